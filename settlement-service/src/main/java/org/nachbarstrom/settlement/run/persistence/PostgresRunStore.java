package org.nachbarstrom.settlement.run.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.run.ClosedPeriod;
import org.nachbarstrom.settlement.run.MemberCost;
import org.nachbarstrom.settlement.run.Run;
import org.nachbarstrom.settlement.run.RunDetails;
import org.nachbarstrom.settlement.run.RunProblem;
import org.nachbarstrom.settlement.run.RunStage;
import org.nachbarstrom.settlement.run.RunStore;
import org.nachbarstrom.settlement.run.WaitingFor;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Runs in the tables {@code run}, {@code member_cost…}, {@code run_payer} and {@code run_waiting}.
 */
@ApplicationScoped
class PostgresRunStore implements RunStore {
  private final Sql sql;

  PostgresRunStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Run> open(Tenant tenant, ClosingVersion closing) {
    return sql.execute(
            """
            insert into run
              (tenant, id, closing, version, community, zone, from_day, to_day, start_at, end_at,
               stage)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'COLLECTING')
            on conflict (tenant, closing, version) do nothing\
            """,
            tenant.id(),
            UUID.randomUUID(),
            closing.id(),
            closing.version(),
            closing.community(),
            closing.zone().getId(),
            closing.from(),
            closing.to(),
            closing.start().atOffset(ZoneOffset.UTC),
            closing.end().atOffset(ZoneOffset.UTC))
        .chain(done ->
            sql.query(
                "select * from run where closing = $1 and version = $2 for update",
                closing.id(),
                closing.version()))
        .map(rows -> RunRows.run(rows.getFirst()));
  }

  @Override
  public Uni<Void> announce(UUID run, ClosedPeriod period) {
    return sql.execute(
            """
            update run
            set expected_members = $2, recorded_at = $3, provisional = $4,
                consumption_milliwatt_hours = $5, allocated_milliwatt_hours = $6,
                residual_milliwatt_hours = $7, generation_milliwatt_hours = $8,
                surplus_milliwatt_hours = $9
            where id = $1\
            """,
            run,
            period.members(),
            period.recordedAt().atOffset(ZoneOffset.UTC),
            period.provisional(),
            period.totals().consumption().milliWattHours(),
            period.totals().allocated().milliWattHours(),
            period.totals().residual().milliWattHours(),
            period.totals().generation().milliWattHours(),
            period.totals().surplus().milliWattHours())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<MemberCost>> cost(Run run, AccountingPointId point) {
    return sql.query(
            CostRows.SELECT + "and m.accounting_point = $2 order by l.line",
            run.id(),
            point.value())
        .map(rows -> CostRows.costs(run.closing(), rows).stream().findFirst());
  }

  @Override
  public Uni<Void> collect(Tenant tenant, Run run, MemberCost cost) {
    return sql.execute(
            """
            insert into member_cost (tenant, run, accounting_point, direction)
            values ($1, $2, $3, $4)\
            """,
            tenant.id(),
            run.id(),
            cost.accountingPoint().value(),
            cost.direction().name())
        .chain(done -> sql.batch(CostRows.INSERT_LINE, CostRows.lines(tenant, run.id(), cost)))
        .chain(done ->
            sql.execute(
                "update run set collected_members = collected_members + 1 where id = $1", run.id()))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<MemberCost>> costs(Run run) {
    return sql.query(CostRows.SELECT + "order by m.accounting_point, l.line", run.id())
        .map(rows -> CostRows.costs(run.closing(), rows));
  }

  @Override
  public Uni<Optional<Run>> find(UUID run) {
    return sql.query("select * from run where id = $1", run)
        .map(rows -> rows.stream().findFirst().map(RunRows::run));
  }

  @Override
  public Uni<List<Run>> lockClosing(UUID closing) {
    return sql.query("select * from run where closing = $1 order by version for update", closing)
        .map(rows -> rows.stream().map(RunRows::run).toList());
  }

  @Override
  public Uni<Void> finish(UUID run, RunStage stage) {
    return become(run, stage, Optional.empty());
  }

  @Override
  public Uni<Void> stop(UUID run, RunProblem problem) {
    return become(run, RunStage.STOPPED, Optional.of(problem));
  }

  private Uni<Void> become(UUID run, RunStage stage, Optional<RunProblem> problem) {
    return sql.execute("delete from run_waiting where run = $1", run)
        .chain(done ->
            sql.execute(
                """
                update run set stage = $2, problem_code = $3, problem_detail = $4 where id = $1\
                """,
                run,
                stage.name(),
                problem.map(RunProblem::code).orElse(null),
                problem.map(RunProblem::detail).orElse(null)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> wait(Tenant tenant, UUID run, List<WaitingFor> missing) {
    List<Object[]> rows = new ArrayList<>();
    for (WaitingFor what : missing) {
      @Nullable Object[] row = {
        tenant.id(),
        run,
        rows.size() + 1,
        what.code().name(),
        what.accountingPoint().map(AccountingPointId::value).orElse(null),
        what.day().orElse(null)
      };
      rows.add(row);
    }
    return finish(run, RunStage.WAITING)
        .chain(done ->
            sql.batch(
                """
                insert into run_waiting (tenant, run, number, code, accounting_point, day)
                values ($1, $2, $3, $4, $5, $6)\
                """,
                rows));
  }

  @Override
  public Uni<Void> paying(Tenant tenant, UUID run, Map<AccountingPointId, PartyId> payers) {
    List<Object[]> rows = new ArrayList<>();
    payers.forEach(
        (point, party) -> rows.add(new Object[] {tenant.id(), run, point.value(), party.value()}));
    return sql.batch(
        "insert into run_payer (tenant, run, accounting_point, party) values ($1, $2, $3, $4)",
        rows);
  }

  @Override
  public Uni<List<UUID>> waitingForPayer(AccountingPointId point) {
    return ids(
        sql.query(
            """
            select distinct r.id, r.version from run r join run_waiting w on w.run = r.id
            where w.accounting_point = $1 order by r.version desc\
            """,
            point.value()));
  }

  @Override
  public Uni<List<UUID>> waitingForClearing(UUID run) {
    return ids(
        sql.query(
            """
            select distinct r.id, r.version from run r join run_waiting w on w.run = r.id
            where r.closing = (select closing from run where id = $1)
              and w.code = 'EARLIER_BATCH_NOT_CLEARED'
            order by r.version desc\
            """,
            run));
  }

  private static Uni<List<UUID>> ids(Uni<List<Row>> rows) {
    return rows.map(found -> found.stream().map(row -> row.getUUID("id")).toList());
  }

  @Override
  public Uni<Optional<RunDetails>> details(UUID run) {
    return sql.query(RunRows.SELECT_DETAILS + "where r.id = $1", run)
        .map(rows -> rows.stream().findFirst().map(RunRows::details));
  }

  @Override
  public Uni<List<RunDetails>> ofClosing(UUID closing, int before, int limit) {
    return list(
        "where r.closing = $1 and r.version < $2 order by r.version desc limit $3",
        closing,
        before,
        limit);
  }

  @Override
  public Uni<List<RunDetails>> all(long before, int limit) {
    return list("where r.number < $1 order by r.number desc limit $2", before, limit);
  }

  private Uni<List<RunDetails>> list(String condition, Object... parameters) {
    return sql.query(RunRows.SELECT_DETAILS + condition, parameters)
        .map(rows -> rows.stream().map(RunRows::details).toList());
  }
}
