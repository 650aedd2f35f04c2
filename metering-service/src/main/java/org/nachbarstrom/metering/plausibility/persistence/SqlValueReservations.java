package org.nachbarstrom.metering.plausibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.nachbarstrom.metering.closing.ValueReservations;
import org.nachbarstrom.metering.closing.WaitingReason;
import org.nachbarstrom.metering.plausibility.EffectPolicy;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Holds closings by checks that are due and by findings that are not released. It is one statement,
 * so that no check can end between looking for the check and looking for what it found. Values that
 * were rejected after the snapshot are unchecked in it. Checks come first; a thousand reasons are
 * enough to wait.
 */
@ApplicationScoped
class SqlValueReservations implements ValueReservations {
  private static final String AGAINST =
      """
      with members as (
        select * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
          as w (accounting_point, direction, starts_at, ends_at)),
      wanted as (
        select * from members
        union select p.metering_point, m.direction, m.starts_at, m.ends_at
        from members m join point_metering p on p.tenant = $1
          and p.accounting_point = m.accounting_point and p.metering_point is not null)
      select 'CHECK_PENDING' as code, w.accounting_point,
        greatest(w.starts_at, min(j.from_day)::timestamp at time zone 'Europe/Berlin')
          as starts_at,
        least(w.ends_at, max(j.to_day)::timestamp at time zone 'Europe/Berlin') as ends_at,
        null as rule
      from wanted w join plausibility_job j on j.tenant = $1
        and j.accounting_point = w.accounting_point and j.direction = w.direction
        and j.from_day::timestamp at time zone 'Europe/Berlin' < w.ends_at
        and j.to_day::timestamp at time zone 'Europe/Berlin' > w.starts_at
      group by w.accounting_point, w.direction, w.starts_at, w.ends_at
      union all
      select 'CHECK_PENDING', w.accounting_point, min(v.starts_at),
        max(v.starts_at) + interval '15 minutes', null
      from wanted w join rejected_value v on v.tenant = $1
        and v.accounting_point = w.accounting_point and v.direction = w.direction
        and v.starts_at >= w.starts_at and v.starts_at < w.ends_at and v.recorded_at > $6
      group by w.accounting_point, w.direction, w.starts_at, w.ends_at
      union all
      select 'FINDING_HELD', f.accounting_point, f.starts_at, f.ends_at, f.rule
      from wanted w join plausibility_finding f on f.tenant = $1
        and f.accounting_point = w.accounting_point and f.direction = w.direction
        and f.starts_at < w.ends_at and f.ends_at > w.starts_at
      where f.gone_at is null and f.rule = any($7) and not exists (
        select from plausibility_release r where r.tenant = f.tenant and r.finding = f.id)
      order by 1, 2, 3, 5 limit 1000\
      """;

  private final Sql sql;
  private final EffectPolicy policy;

  SqlValueReservations(Sql sql, EffectPolicy policy) {
    this.sql = sql;
    this.policy = policy;
  }

  @Override
  public Uni<List<WaitingReason>> against(Tenant tenant, List<Values> values, Instant snapshot) {
    RuleEffects effects = policy.of(tenant);
    if (!effects.anyBinding()) {
      return Uni.createFrom().item(List.of());
    }
    return sql.query(
            AGAINST,
            tenant.id(),
            texts(values, wanted -> wanted.key().accountingPoint().value()),
            texts(values, wanted -> wanted.key().direction().name()),
            instants(values, wanted -> wanted.interval().start()),
            instants(values, wanted -> wanted.interval().end()),
            snapshot.atOffset(ZoneOffset.UTC),
            effects.rules(RuleEffect.HOLD).stream()
                .map(PlausibilityRule::name)
                .toArray(String[]::new))
        .map(rows -> rows.stream().map(SqlValueReservations::reason).toList());
  }

  private static String[] texts(List<Values> values, Function<Values, String> text) {
    return values.stream().map(text).toArray(String[]::new);
  }

  private static OffsetDateTime[] instants(List<Values> values, Function<Values, Instant> instant) {
    return values.stream()
        .map(wanted -> instant.apply(wanted).atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }

  private static WaitingReason reason(Row row) {
    String rule = row.getString("rule");
    return new WaitingReason(
        WaitingReason.Code.valueOf(row.getString("code")),
        new AccountingPointId(row.getString("accounting_point")),
        new Interval(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        0,
        rule == null ? null : PlausibilityRule.valueOf(rule).code());
  }
}
