package org.nachbarstrom.settlement.statement.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.settlement.booking.BatchReason;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.run.CostLine;
import org.nachbarstrom.settlement.run.Endpoint;
import org.nachbarstrom.settlement.run.persistence.CostRows;
import org.nachbarstrom.settlement.run.persistence.RunRows;
import org.nachbarstrom.settlement.statement.StatementBatch;
import org.nachbarstrom.settlement.statement.StatementClosing;
import org.nachbarstrom.settlement.statement.StatementLine;
import org.nachbarstrom.settlement.statement.StatementPeriod;
import org.nachbarstrom.settlement.statement.StatementSource;
import org.nachbarstrom.support.persistence.Sql;

/** Reads statements from the tables of runs and bookings. */
@ApplicationScoped
class PostgresStatementSource implements StatementSource {
  private final Sql sql;

  PostgresStatementSource(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<List<StatementClosing>> closings(PartyId party, StatementPeriod period) {
    return sql.query(
            """
            select * from (
              select distinct on (r.closing) r.*
              from run r left join booking_batch b on b.run = r.id
              where r.closing in (
                  select paid.closing from run_payer p join run paid on paid.id = p.run
                  where p.party = $1)
                and (r.stage = 'UNCHANGED' or b.state in ('RELEASED', 'CLEARED'))
                and ($2::date is null or r.to_day > $2)
                and ($3::date is null or r.from_day < $3)
              order by r.closing, r.version desc) newest
            order by from_day, community, closing\
            """,
            party.value(),
            period.from().orElse(null),
            period.to().orElse(null))
        .map(rows ->
            rows.stream()
                .map(row ->
                    new StatementClosing(RunRows.closing(row), row.getBoolean("provisional")))
                .toList());
  }

  @Override
  public Uni<List<StatementLine>> lines(PartyId party, Collection<StatementClosing> closings) {
    UUID[] ids = closings.stream().map(c -> c.version().id()).toArray(UUID[]::new);
    Integer[] versions = closings.stream().map(c -> c.version().version()).toArray(Integer[]::new);
    return sql.query(
            """
            select r.closing, r.version, l.*, d.party = $1 as owes, c.party = $1 as is_owed
            from unnest($2::uuid[], $3::int[]) with ordinality as wanted (closing, version, place)
            join run r on r.closing = wanted.closing and r.version = wanted.version
            join member_cost_line l on l.run = r.id
            left join run_payer d on d.run = r.id and d.accounting_point = l.debit
            left join run_payer c on c.run = r.id and c.accounting_point = l.credit
            where d.party = $1 or c.party = $1
            order by wanted.place, l.accounting_point, l.line\
            """,
            party.value(),
            ids,
            versions)
        .map(rows -> rows.stream().flatMap(row -> sides(row).stream()).toList());
  }

  /** A party may be on both sides of a line; then it sees the line twice. */
  private static List<StatementLine> sides(Row row) {
    CostLine line = CostRows.line(row);
    List<StatementLine> sides = new ArrayList<>();
    if (Objects.equals(row.getBoolean("owes"), true)) {
      sides.add(
          side(row, line, StatementLine.Side.CHARGE, line.flow().debit(), line.flow().credit()));
    }
    if (Objects.equals(row.getBoolean("is_owed"), true)) {
      sides.add(
          side(row, line, StatementLine.Side.CREDIT, line.flow().credit(), line.flow().debit()));
    }
    return sides;
  }

  private static StatementLine side(
      Row row, CostLine line, StatementLine.Side side, Endpoint own, Endpoint other) {
    return new StatementLine(
        row.getUUID("closing"),
        row.getInteger("version"),
        new AccountingPointId(own.value()),
        side,
        other.value(),
        line);
  }

  @Override
  public Uni<List<StatementBatch>> batches(PartyId party, Collection<UUID> closings) {
    return sql.query(
            """
            select b.*, coalesce((
              select sum(e.amount_micro_euro) from booking_entry e
              where e.batch = b.id and split_part(e.account, '/', 2) = $1), 0)::bigint as balance
            from booking_batch b
            where b.closing = any($2) and b.sequence is not null
            order by b.sequence\
            """,
            party.value(),
            closings.toArray(UUID[]::new))
        .map(rows -> rows.stream().map(PostgresStatementSource::batch).toList());
  }

  private static StatementBatch batch(Row row) {
    return new StatementBatch(
        row.getUUID("id"),
        row.getUUID("closing"),
        row.getInteger("version"),
        BatchReason.valueOf(row.getString("reason")),
        row.getLong("sequence"),
        BatchState.valueOf(row.getString("state")),
        Money.ofMicroEuro(row.getLong("balance")),
        Optional.ofNullable(row.getString("transaction_hash")));
  }
}
