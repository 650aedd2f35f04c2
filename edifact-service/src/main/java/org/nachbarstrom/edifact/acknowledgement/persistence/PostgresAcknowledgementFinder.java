package org.nachbarstrom.edifact.acknowledgement.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.edifact.acknowledgement.Deadlines;
import org.nachbarstrom.edifact.acknowledgement.OwedAnswer;
import org.nachbarstrom.edifact.acknowledgement.ReceivedAcknowledgement;
import org.nachbarstrom.edifact.dispatch.Answer;
import org.nachbarstrom.support.persistence.Sql;

/**
 * Looks up in owed_answer and received_acknowledgement, and reads the outgoing interchanges of
 * dispatch. What a partner owes is not stored: it follows from what was delivered when, so that a
 * changed calendar holds at once.
 */
@ApplicationScoped
class PostgresAcknowledgementFinder implements AcknowledgementFinder {
  private static final String OWED =
      """
      select a.position, a.interchange, a.kind, a.outgoing, a.message_count, a.due_at,
        o.recipient, o.reference, o.file_name, o.delivered_at, a.answered_reference,
        case when o.delivered_at is not null then 'SETTLED'
          when a.due_at < $1::timestamptz then 'OVERDUE'
          else 'OPEN' end as state
      from owed_answer a
      join outgoing_interchange o on o.tenant = a.tenant and o.id = a.outgoing
      """;

  /** Electricity answers by APERAK, gas (codes from 98) by CONTRL; only gas answers an APERAK. */
  private static final String EXPECTED =
      """
      select * from (
        select o.position, o.id, o.recipient, o.reference, o.delivered_at, o.decided_at,
          case when o.recipient like '98%' then 'CONTRL' else 'APERAK' end as kind,
          case when o.state in ('CONFIRMED', 'REFUSED') then 'SETTLED'
            when o.delivered_at < case when o.recipient like '98%' then $1::timestamptz
              else $2::timestamptz end
              then 'OVERDUE'
            else 'OPEN' end as state
        from outgoing_interchange o
        where o.state in ('DELIVERED', 'CONFIRMED', 'REFUSED')
          and (o.type = 'MSCONS' or (o.type = 'APERAK' and o.recipient like '98%'))) e
      """;

  /** The same rules, said so that only what is still open is looked at, not all of all years. */
  private static final String OVERDUE =
      """
      select
        (select count(*) from outgoing_interchange o
          join owed_answer a on a.tenant = o.tenant and a.outgoing = o.id
          where o.delivered_at is null and a.due_at < $1::timestamptz) as owed,
        (select count(*) from outgoing_interchange o
          where o.state = 'DELIVERED'
            and case when o.recipient like '98%'
              then o.type in ('MSCONS', 'APERAK') and o.delivered_at < $2::timestamptz
              else o.type = 'MSCONS' and o.delivered_at < $3::timestamptz end) as expected\
      """;

  private final Sql sql;
  private final Deadlines deadlines;
  private final Clock clock;

  PostgresAcknowledgementFinder(Sql sql, Deadlines deadlines, Clock clock) {
    this.sql = sql;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  public Uni<List<Owed>> owed(UUID interchange) {
    return sql.query(OWED + " where a.interchange = $2 order by a.position", now(), interchange)
        .map(rows -> rows.stream().map(PostgresAcknowledgementFinder::owed).toList());
  }

  @Override
  public Uni<List<Owed>> owed(Filter filter, long before, int limit) {
    return sql.query(
            "select * from ("
                + OWED
                + """
                ) x where position < $2 and ($3::text is null or state = $3)
                  and ($4::text is null or recipient = $4)
                order by position desc limit $5\
                """,
            now(),
            before,
            filter.state().map(Enum::name).orElse(null),
            filter.partner().orElse(null),
            limit)
        .map(rows -> rows.stream().map(PostgresAcknowledgementFinder::owed).toList());
  }

  @Override
  public Uni<List<Expected>> expected(Filter filter, long before, int limit) {
    return sql.query(
            EXPECTED
                + """
                where position < $3 and ($4::text is null or state = $4)
                  and ($5::text is null or recipient = $5)
                order by position desc limit $6\
                """,
            contrlOverdueBefore(),
            aperakOverdueBefore(),
            before,
            filter.state().map(Enum::name).orElse(null),
            filter.partner().orElse(null),
            limit)
        .map(rows -> rows.stream().map(this::expected).toList());
  }

  @Override
  public Uni<List<Received>> received(Optional<Boolean> matched, long before, int limit) {
    return sql.query(
            """
            select * from received_acknowledgement
            where position < $1 and ($2::boolean is null or (outgoing is not null) = $2)
            order by position desc limit $3\
            """,
            before,
            matched.orElse(null),
            limit)
        .map(rows -> rows.stream().map(PostgresAcknowledgementFinder::received).toList());
  }

  @Override
  public Uni<Overdue> overdue() {
    return sql.query(OVERDUE, now(), contrlOverdueBefore(), aperakOverdueBefore())
        .map(rows ->
            new Overdue(rows.getFirst().getLong("owed"), rows.getFirst().getLong("expected")));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime contrlOverdueBefore() {
    return deadlines.contrlOverdueBefore(clock.instant()).atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime aperakOverdueBefore() {
    return deadlines.aperakOverdueBefore(clock.instant()).atOffset(ZoneOffset.UTC);
  }

  private static Owed owed(Row row) {
    return new Owed(
        row.getLong("position"),
        new OwedAnswer(
            row.getUUID("interchange"),
            row.getString("answered_reference"),
            Answer.Kind.valueOf(row.getString("kind")),
            row.getUUID("outgoing"),
            row.getInteger("message_count"),
            row.getOffsetDateTime("due_at").toInstant()),
        row.getString("recipient"),
        row.getString("reference"),
        row.getString("file_name"),
        AnswerState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getOffsetDateTime("delivered_at")).map(OffsetDateTime::toInstant));
  }

  private Expected expected(Row row) {
    Answer.Kind kind = Answer.Kind.valueOf(row.getString("kind"));
    Instant delivered = row.getOffsetDateTime("delivered_at").toInstant();
    return new Expected(
        row.getLong("position"),
        row.getUUID("id"),
        kind,
        row.getString("recipient"),
        row.getString("reference"),
        delivered,
        switch (kind) {
          case CONTRL -> deadlines.contrl(delivered);
          case APERAK -> deadlines.aperak(delivered);
        },
        AnswerState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getOffsetDateTime("decided_at")).map(OffsetDateTime::toInstant));
  }

  private static Received received(Row row) {
    Acknowledgement told =
        new Acknowledgement(
            row.getInteger("message"),
            row.getString("reference"),
            Answer.Kind.valueOf(row.getString("kind")),
            row.getString("answered_interchange"),
            row.getString("answered_message"),
            row.getBoolean("positive"),
            List.of(row.getArrayOfStrings("reasons")));
    return new Received(
        row.getLong("position"),
        new ReceivedAcknowledgement(
            row.getUUID("interchange"),
            row.getString("partner"),
            row.getOffsetDateTime("received_at").toInstant(),
            told,
            Optional.ofNullable(row.getUUID("outgoing"))));
  }
}
