package org.nachbarstrom.edifact.interchange.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.InterchangeFinder;
import org.nachbarstrom.edifact.interchange.InterchangeSearch;
import org.nachbarstrom.edifact.interchange.MessageSearch;
import org.nachbarstrom.support.persistence.Sql;

/** Looks up in the tables interchange and message. */
@ApplicationScoped
class PostgresInterchangeFinder implements InterchangeFinder {
  private final Sql sql;
  private final InterchangeRows rows;

  PostgresInterchangeFinder(Sql sql, InterchangeRows rows) {
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public Uni<List<Listed>> interchanges(InterchangeSearch search, long before, int limit) {
    Conditions where = new Conditions().and("i.position < ?", before);
    search.reference().ifPresent(value -> where.and("i.reference = ?", value));
    search.sender().ifPresent(value -> where.and("i.sender = ?", value));
    search.state().ifPresent(value -> where.and("i.state = ?", value.name()));
    search
        .received()
        .from()
        .ifPresent(value -> where.and("i.received_at >= ?", value.atOffset(ZoneOffset.UTC)));
    search
        .received()
        .to()
        .ifPresent(value -> where.and("i.received_at < ?", value.atOffset(ZoneOffset.UTC)));
    String messages = "";
    if (!search.message().any()) {
      Conditions inner = where.sub();
      restrict(inner, search.message());
      messages =
          " and exists (select 1 from message m where m.tenant = i.tenant and m.interchange = i.id"
              + " and "
              + inner.text()
              + ")";
    }
    String query =
        "select "
            + InterchangeRows.INTERCHANGE
            + " from interchange i where "
            + where.text()
            + messages
            + " order by i.position desc limit "
            + where.bind(limit);
    return sql.query(query, where.values())
        .map(found ->
            found.stream()
                .map(row -> new Listed(row.getLong("position"), rows.interchange(row)))
                .toList());
  }

  @Override
  public Uni<List<ListedMessage>> messages(MessageSearch search, MessagePlace after, int limit) {
    Conditions where = new Conditions();
    where.and(
        "(i.position < ? or (i.position = ? and m.position > ?))",
        after.interchange(),
        after.interchange(),
        after.message());
    restrict(where, search);
    String query =
        "select m.interchange, i.position as interchange_position, i.sender, "
            + InterchangeRows.MESSAGE
            + " from message m join interchange i on i.tenant = m.tenant and i.id = m.interchange"
            + " where "
            + where.text()
            + " order by i.position desc, m.position limit "
            + where.bind(limit);
    return sql.query(query, where.values()).map(found -> found.stream().map(this::listed).toList());
  }

  private static void restrict(Conditions where, MessageSearch search) {
    search.location().ifPresent(value -> where.and("m.location = ?", value));
    search.documentNumber().ifPresent(value -> where.and("m.document_number = ?", value));
    search.checkIdentifier().ifPresent(value -> where.and("m.check_identifier = ?", value));
    search.accepted().ifPresent(value -> where.and("m.accepted = ?", value));
  }

  private ListedMessage listed(Row row) {
    @Nullable String sender = row.getString("sender");
    return new ListedMessage(
        new MessagePlace(row.getLong("interchange_position"), row.getInteger("position")),
        row.getUUID("interchange"),
        sender == null ? "" : sender,
        rows.message(row));
  }
}
