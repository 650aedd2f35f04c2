package org.nachbarstrom.support.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL statements on the connection of the current transaction, for what entities do badly:
 * arrays, bulk rows, locks, upserts. Placeholders are {@code $1, $2, …}; arrays of {@code Long},
 * {@code String}, {@code UUID} and so on are allowed; {@code null} is SQL null.
 *
 * <p>Must be called inside {@link TenantTransactions#inTransaction}. Pending entity changes of
 * Panache repositories are flushed first, so that both see the same state.
 */
@ApplicationScoped
public class Sql {

  /** Runs a statement and answers the number of rows it touched. */
  public Uni<Integer> execute(String statement, @Nullable Object... parameters) {
    return run(statement, Tuple.wrap(parameters)).map(RowSet::rowCount);
  }

  /** Runs a query and answers all its rows in order. */
  public Uni<List<Row>> query(String statement, @Nullable Object... parameters) {
    return run(statement, Tuple.wrap(parameters)).map(Sql::toList);
  }

  /** Runs one statement for many parameter rows in one round trip; nothing for no rows. */
  public Uni<Void> batch(String statement, List<? extends @Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> tuples = rows.stream().map(row -> Tuple.wrap(row)).toList();
    return connection()
        .chain(connection ->
            Uni.createFrom()
                .completionStage(() -> connection.preparedQueryBatch(statement, tuples)))
        .replaceWithVoid();
  }

  /** Lets others that lock the same key wait until the transaction ends. */
  public Uni<Void> lock(String key) {
    return query("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", key)
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> run(String statement, Tuple parameters) {
    return connection()
        .chain(connection ->
            Uni.createFrom()
                .completionStage(() -> connection.preparedQuery(statement, parameters)));
  }

  private Uni<SqlClientConnection> connection() {
    return Panache.getSession()
        .chain(session ->
            session
                .flush()
                .map(done ->
                    (SqlClientConnection) ((MutinySessionImpl) session).getReactiveConnection()));
  }

  private static List<Row> toList(RowSet<Row> rows) {
    List<Row> list = new ArrayList<>(rows.size());
    rows.forEach(list::add);
    return list;
  }
}
