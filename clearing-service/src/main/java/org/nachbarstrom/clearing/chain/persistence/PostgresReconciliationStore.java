package org.nachbarstrom.clearing.chain.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nachbarstrom.clearing.chain.Difference;
import org.nachbarstrom.clearing.chain.Reconciliation;
import org.nachbarstrom.clearing.chain.ReconciliationStore;
import org.nachbarstrom.support.persistence.Sql;

/** Reconciliations in PostgreSQL. */
@ApplicationScoped
class PostgresReconciliationStore implements ReconciliationStore {
  private final Sql sql;
  private final ObjectMapper json;

  PostgresReconciliationStore(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public Uni<Void> add(Reconciliation reconciliation) {
    return sql.execute(
            """
            insert into reconciliation (tenant, id, finished_at, result, block_number,
                                        batches_compared, accounts_compared, difference)
            values (current_setting('nachbarstrom.tenant'), $1, $2, $3, $4, $5, $6,
                    cast($7::text as jsonb))
            """,
            reconciliation.id(),
            reconciliation.finishedAt().atOffset(ZoneOffset.UTC),
            reconciliation.difference().isPresent() ? "DIFFERENT" : "AGREED",
            reconciliation.blockNumber(),
            reconciliation.batches(),
            reconciliation.accounts(),
            reconciliation.difference().map(this::write).orElse(null))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Reconciliation>> latest() {
    return sql.query(
            """
            select id, finished_at, block_number, batches_compared, accounts_compared,
                   difference::text as difference
              from reconciliation order by finished_at desc limit 1
            """)
        .map(rows -> rows.stream().findFirst().map(this::reconciliation));
  }

  private Reconciliation reconciliation(Row row) {
    return new Reconciliation(
        row.getUUID("id"),
        row.getOffsetDateTime("finished_at").toInstant(),
        row.getLong("block_number"),
        row.getLong("batches_compared"),
        row.getLong("accounts_compared"),
        Optional.ofNullable(row.getString("difference")).map(this::read));
  }

  private String write(Difference difference) {
    try {
      return json.writeValueAsString(difference);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Difference read(String difference) {
    try {
      return json.readValue(difference, Difference.class);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
