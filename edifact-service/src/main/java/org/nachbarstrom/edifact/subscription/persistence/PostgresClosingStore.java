package org.nachbarstrom.edifact.subscription.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.subscription.ClosedPeriod;
import org.nachbarstrom.edifact.subscription.ClosingEnd;
import org.nachbarstrom.edifact.subscription.ClosingStore;
import org.nachbarstrom.edifact.subscription.ClosingVersion;
import org.nachbarstrom.edifact.subscription.MemberQuantities;
import org.nachbarstrom.edifact.subscription.MemberSpan;
import org.nachbarstrom.edifact.subscription.PeriodTotals;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Closing versions in the tables {@code closing_period} and {@code closing_member}. */
@ApplicationScoped
class PostgresClosingStore implements ClosingStore {
  private final Sql sql;

  PostgresClosingStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, UUID closing) {
    return sql.lock("closing " + tenant.id() + " " + closing);
  }

  @Override
  public Uni<Optional<MemberQuantities>> add(
      Tenant tenant, ClosingVersion closing, MemberQuantities member) {
    return members(
            "where closing = $1 and version = $2 and accounting_point = $3",
            closing.id(),
            closing.version(),
            member.accountingPoint().value())
        .chain(before ->
            before.isEmpty()
                ? insert(tenant, closing, member).replaceWith(Optional.empty())
                : Uni.createFrom().item(Optional.of(before.getFirst())));
  }

  private Uni<Integer> insert(Tenant tenant, ClosingVersion closing, MemberQuantities member) {
    return sql.execute(
        """
        insert into closing_member
          (tenant, closing, version, accounting_point, direction, provisional, spans)
        values ($1, $2, $3, $4, $5, $6, $7)\
        """,
        tenant.id(),
        closing.id(),
        closing.version(),
        member.accountingPoint().value(),
        member.direction().name(),
        member.provisional(),
        write(member.spans()));
  }

  @Override
  public Uni<Optional<ClosedPeriod>> announce(Tenant tenant, ClosedPeriod period) {
    return announced(period.closing())
        .chain(before ->
            before.isPresent()
                ? Uni.createFrom().item(before)
                : insert(tenant, period).replaceWith(Optional.empty()));
  }

  private Uni<Integer> insert(Tenant tenant, ClosedPeriod period) {
    return sql.execute(
        """
        insert into closing_period
          (tenant, closing, version, community, zone, from_day, to_day, provisional, members,
           allocated_milliwatt_hours, residual_milliwatt_hours, surplus_milliwatt_hours)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)\
        """,
        tenant.id(),
        period.closing().id(),
        period.closing().version(),
        period.closing().community(),
        period.closing().zone().getId(),
        period.closing().from(),
        period.closing().to(),
        period.provisional(),
        period.members(),
        period.totals().allocatedMilliWattHours(),
        period.totals().residualMilliWattHours(),
        period.totals().surplusMilliWattHours());
  }

  private Uni<Optional<ClosedPeriod>> announced(ClosingVersion closing) {
    return period(closing, "");
  }

  @Override
  public Uni<Optional<ClosedPeriod>> waiting(ClosingVersion closing) {
    return period(closing, " and ended is null");
  }

  private Uni<Optional<ClosedPeriod>> period(ClosingVersion closing, String condition) {
    return sql.query(
            "select * from closing_period where closing = $1 and version = $2" + condition,
            closing.id(),
            closing.version())
        .map(rows -> rows.stream().findFirst().map(row -> period(closing, row)));
  }

  private static ClosedPeriod period(ClosingVersion closing, Row row) {
    return new ClosedPeriod(
        closing,
        row.getBoolean("provisional"),
        row.getInteger("members"),
        new PeriodTotals(
            row.getLong("allocated_milliwatt_hours"),
            row.getLong("residual_milliwatt_hours"),
            row.getLong("surplus_milliwatt_hours")));
  }

  @Override
  public Uni<Integer> countMembers(ClosingVersion closing) {
    return sql.query(
            "select count(*) as count from closing_member where closing = $1 and version = $2",
            closing.id(),
            closing.version())
        .map(rows -> Math.toIntExact(rows.getFirst().getLong("count")));
  }

  @Override
  public Uni<List<MemberQuantities>> members(ClosingVersion closing) {
    return members(
        "where closing = $1 and version = $2 order by accounting_point",
        closing.id(),
        closing.version());
  }

  private Uni<List<MemberQuantities>> members(String condition, Object... parameters) {
    return sql.query("select * from closing_member " + condition, parameters)
        .map(rows -> rows.stream().map(PostgresClosingStore::member).toList());
  }

  @Override
  public Uni<Integer> latestReported(UUID closing) {
    return sql.query(
            """
            select coalesce(max(version), 0) as latest from closing_period
            where closing = $1 and ended = 'REPORTED'\
            """,
            closing)
        .map(rows -> rows.getFirst().getInteger("latest"));
  }

  @Override
  public Uni<Void> finish(ClosingVersion closing, ClosingEnd end) {
    return sql.execute(
            "update closing_period set ended = $3 where closing = $1 and version = $2",
            closing.id(),
            closing.version(),
            end.name())
        .replaceWithVoid();
  }

  private static MemberQuantities member(Row row) {
    return new MemberQuantities(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        row.getBoolean("provisional"),
        read(row.getJsonArray("spans")));
  }

  private static JsonArray write(List<MemberSpan> spans) {
    JsonArray array = new JsonArray();
    spans.forEach(span ->
        array.add(
            new JsonObject()
                .put("from", span.from().toString())
                .put("to", span.to().toString())
                .put("shared", span.sharedMilliWattHours())
                .put("rest", span.restMilliWattHours())
                .put("partly", span.partly())));
    return array;
  }

  private static List<MemberSpan> read(JsonArray array) {
    List<MemberSpan> spans = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      JsonObject span = array.getJsonObject(i);
      spans.add(
          new MemberSpan(
              LocalDate.parse(span.getString("from")),
              LocalDate.parse(span.getString("to")),
              span.getLong("shared"),
              span.getLong("rest"),
              span.getBoolean("partly", false)));
    }
    return spans;
  }
}
