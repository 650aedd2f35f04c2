package org.nachbarstrom.metering.substitute.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.substitute.Formed;
import org.nachbarstrom.metering.substitute.Substitution;
import org.nachbarstrom.metering.substitute.SubstitutionMethod;
import org.nachbarstrom.metering.substitute.SubstitutionReason;
import org.nachbarstrom.metering.substitute.SubstitutionState;
import org.nachbarstrom.metering.substitute.Substitutions;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Substitutions as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlSubstitutions implements Substitutions {
  private static final String ADD =
      """
      insert into substitution (tenant, id, accounting_point, direction, starts_at, ends_at,
        quantities, method, scaled, comparable_days, reason, proposed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing\
      """;
  private static final String DECIDE =
      """
      insert into substitution_decision (tenant, id, state, decided_by, decided_at)
      values ($1, $2, $3, $4, $5)\
      """;
  private static final String SELECT =
      """
      select s.*, d.state, d.decided_by, d.decided_at
      from substitution s left join substitution_decision d using (tenant, id) where\
      """;
  private static final String LIST =
      SELECT
          + """
           ($1 = '' or s.accounting_point = $1)
            and ($2::text is null or coalesce(d.state, 'PROPOSED') = $2)
            and ($3::timestamptz is null or (s.proposed_at, s.id) > ($3, $4))
          order by s.proposed_at, s.id
          limit $5\
          """;

  private final Sql sql;

  SqlSubstitutions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, Substitution substitution, Instant proposedAt) {
    Formed.Values values = substitution.values();
    return sql.execute(
            ADD,
            tenant.id(),
            substitution.id(),
            substitution.key().accountingPoint().value(),
            substitution.key().direction().name(),
            utc(values.interval().start()),
            utc(values.interval().end()),
            values.milliWattHours().toArray(Long[]::new),
            values.method().name(),
            values.scaled(),
            values.comparableDays().toArray(LocalDate[]::new),
            substitution.reason().name(),
            utc(proposedAt))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Known>> find(UUID id) {
    return sql.query(SELECT + " s.id = $1", id)
        .map(rows -> rows.stream().findFirst().map(SqlSubstitutions::known));
  }

  @Override
  public Uni<List<Known>> list(
      String accountingPoint, @Nullable SubstitutionState state, @Nullable Place after, int limit) {
    return sql.query(
            LIST,
            accountingPoint,
            state == null ? null : state.name(),
            after == null ? null : utc(after.proposedAt()),
            after == null ? null : after.id(),
            limit)
        .map(rows -> rows.stream().map(SqlSubstitutions::known).toList());
  }

  @Override
  public Uni<Void> decide(Tenant tenant, UUID id, Decision decision) {
    return sql.execute(
            DECIDE, tenant.id(), id, decision.state().name(), decision.by(), utc(decision.at()))
        .replaceWithVoid();
  }

  private static Known known(Row row) {
    SeriesKey key =
        new SeriesKey(
            new AccountingPointId(row.getString("accounting_point")),
            EnergyDirection.valueOf(row.getString("direction")));
    Formed.Values values =
        new Formed.Values(
            new Interval(instant(row, "starts_at"), instant(row, "ends_at")),
            List.of(row.getArrayOfLongs("quantities")),
            SubstitutionMethod.valueOf(row.getString("method")),
            row.getBoolean("scaled"),
            List.of(row.getArrayOfLocalDates("comparable_days")));
    Substitution substitution =
        new Substitution(
            row.getUUID("id"), key, values, SubstitutionReason.valueOf(row.getString("reason")));
    return new Known(substitution, instant(row, "proposed_at"), decision(row));
  }

  private static @Nullable Decision decision(Row row) {
    String state = row.getString("state");
    return state == null
        ? null
        : new Decision(
            SubstitutionState.valueOf(state),
            row.getString("decided_by"),
            instant(row, "decided_at"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
