package org.nachbarstrom.metering.closing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingStage;
import org.nachbarstrom.metering.closing.ClosingState;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.Closings;
import org.nachbarstrom.metering.closing.ControlTotals;
import org.nachbarstrom.metering.closing.InputsForm;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Closings as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlClosings implements Closings {
  private static final String SELECT =
      """
      select id, community, from_day, to_day, version, waiting_for, requested_at, held,
        approved_sha256,
        exists (select from closing_version v where v.tenant = c.tenant and v.closing = c.id
          and v.version = c.version and provisional) as provisional,
        exists (select from closing_version v where v.tenant = c.tenant and v.closing = c.id
          and v.version < c.version and not provisional) as final_before,
        exists (select from closing_version v where v.tenant = c.tenant and v.closing = c.id
          and not provisional) as ever_final,
        case when exists (select from closing_job j where j.tenant = c.tenant and j.closing = c.id)
          then 'REQUESTED' else state end as state
      from closing c where\
      """;
  private static final String LIST =
      "select * from ("
          + SELECT
          + """
           ($1 = '' or community = $1) and community || ' ' || from_day > $3) found
          where $2 = '' or state = $2 order by community || ' ' || from_day limit $4\
          """;
  private static final String ADD =
      """
      insert into closing (tenant, id, community, from_day, to_day, starts_at, ends_at, state,
        version, waiting_for, requested_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
      """;
  private static final String UPDATE =
      """
      update closing set state = $2, version = $3, waiting_for = $4, starts_at = $5, ends_at = $6,
        held = $7, approved_sha256 = $8
      where id = $1\
      """;
  private static final String ADD_VERSION =
      """
      insert into closing_version (tenant, closing, version, zone, starts_at, ends_at, recorded_at,
        provisional, inputs_form, inputs_sha256, consumption, allocated, residual, generation,
        surplus)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)\
      """;
  private static final String ADD_MEMBERS =
      """
      insert into closing_member
        (tenant, closing, version, accounting_point, direction, metered, shared)
      select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::bigint[], $7::bigint[])\
      """;
  private static final String ADD_EXCHANGES =
      """
      insert into closing_exchange (tenant, closing, version, consumer, producer, quantity)
      select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::bigint[])\
      """;

  private static final String BASIS =
      """
      select zone, starts_at, ends_at, recorded_at, inputs_form, inputs_sha256
      from closing_version where closing = $1 and version = $2\
      """;
  private static final String DIGEST =
      """
      select inputs_form, inputs_sha256 from closing_version
      where closing = $1 order by version desc limit 1\
      """;

  private final Sql sql;

  SqlClosings(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Optional<Closing>> find(UUID id) {
    return sql.query(SELECT + " id = $1", id)
        .map(rows -> rows.stream().findFirst().map(SqlClosings::closing));
  }

  @Override
  public Uni<Optional<Closing>> lock(UUID id) {
    return sql.query(SELECT + " id = $1 for update of c", id)
        .map(rows -> rows.stream().findFirst().map(SqlClosings::closing));
  }

  @Override
  public Uni<List<Closing>> list(Filter filter, String after, int limit) {
    return sql.query(
            LIST,
            filter.community().orElse(""),
            filter.state().map(ClosingState::name).orElse(""),
            after,
            limit)
        .map(rows -> rows.stream().map(SqlClosings::closing).toList());
  }

  @Override
  public Uni<List<Closing>> overlapping(String community, DateRange period) {
    return sql.query(
            SELECT + " community = $1 and from_day < $2 and to_day > $3 order by from_day",
            community,
            period.end().orElseThrow(),
            period.from())
        .map(rows -> rows.stream().map(SqlClosings::closing).toList());
  }

  @Override
  public Uni<Void> add(Tenant tenant, Closing closing, Interval interval) {
    return sql.execute(
            ADD,
            tenant.id(),
            closing.id(),
            closing.community(),
            closing.period().from(),
            closing.period().end().orElseThrow(),
            utc(interval.start()),
            utc(interval.end()),
            closing.state().name(),
            closing.version(),
            WaitingReasonsJson.write(closing.waitingFor()),
            utc(closing.requestedAt()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> update(Closing closing, Interval interval) {
    return sql.execute(
            UPDATE,
            closing.id(),
            closing.state().name(),
            closing.version(),
            WaitingReasonsJson.write(closing.waitingFor()),
            utc(interval.start()),
            utc(interval.end()),
            CorrectionJson.write(closing.held()),
            closing.approvedSha256())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> approve(Closing closing) {
    return sql.execute(
            "update closing set state = $2, held = null, approved_sha256 = $3 where id = $1",
            closing.id(),
            closing.state().name(),
            closing.approvedSha256())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addVersion(Tenant tenant, UUID closing, ClosingVersion version) {
    return addTotals(tenant, closing, version)
        .chain(added -> addMembers(tenant, closing, version))
        .chain(added -> addExchanges(tenant, closing, version))
        .replaceWithVoid();
  }

  private Uni<Integer> addMembers(Tenant tenant, UUID closing, ClosingVersion version) {
    List<ClosingVersion.MemberTotal> members = version.members();
    return sql.execute(
        ADD_MEMBERS,
        tenant.id(),
        closing,
        version.version(),
        texts(members, member -> member.accountingPoint().value()),
        texts(members, member -> member.direction().name()),
        numbers(members, ClosingVersion.MemberTotal::metered),
        numbers(members, ClosingVersion.MemberTotal::shared));
  }

  private Uni<Integer> addExchanges(Tenant tenant, UUID closing, ClosingVersion version) {
    List<ClosingVersion.Exchange> exchanges = version.exchanges();
    return sql.execute(
        ADD_EXCHANGES,
        tenant.id(),
        closing,
        version.version(),
        texts(exchanges, exchange -> exchange.consumer().value()),
        texts(exchanges, exchange -> exchange.producer().value()),
        numbers(exchanges, ClosingVersion.Exchange::milliWattHours));
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> Long[] numbers(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private Uni<Integer> addTotals(Tenant tenant, UUID closing, ClosingVersion version) {
    ControlTotals totals = version.totals();
    return sql.execute(
        ADD_VERSION,
        tenant.id(),
        closing,
        version.version(),
        version.zone().getId(),
        utc(version.interval().start()),
        utc(version.interval().end()),
        utc(version.recordedAt()),
        version.provisional(),
        version.inputsForm().number(),
        version.inputsSha256(),
        totals.consumption(),
        totals.allocated(),
        totals.residual(),
        totals.generation(),
        totals.surplus());
  }

  @Override
  public Uni<Optional<Digest>> digest(UUID closing) {
    return sql.query(DIGEST, closing)
        .map(rows -> rows.stream().findFirst().map(SqlClosings::digest));
  }

  @Override
  public Uni<Optional<Basis>> basis(UUID closing, int version) {
    return sql.query(BASIS, closing, version)
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row ->
                    new Basis(
                        version,
                        ZoneId.of(row.getString("zone")),
                        new Interval(instant(row, "starts_at"), instant(row, "ends_at")),
                        instant(row, "recorded_at"),
                        digest(row))));
  }

  private static Digest digest(Row row) {
    return new Digest(InputsForm.of(row.getInteger("inputs_form")), row.getString("inputs_sha256"));
  }

  @Override
  public Uni<ClosingVersion> version(UUID closing, int version) {
    String where = " where closing = $1 and version = $2";
    return sql.query("select * from closing_version" + where, closing, version)
        .chain(totals ->
            sql.query(
                    "select * from closing_member" + where + " order by accounting_point",
                    closing,
                    version)
                .chain(members ->
                    sql.query(
                            "select * from closing_exchange"
                                + where
                                + " order by consumer, producer",
                            closing,
                            version)
                        .map(exchanges -> version(totals.getFirst(), members, exchanges))));
  }

  private static ClosingVersion version(Row row, List<Row> members, List<Row> exchanges) {
    return new ClosingVersion(
        row.getInteger("version"),
        ZoneId.of(row.getString("zone")),
        new Interval(instant(row, "starts_at"), instant(row, "ends_at")),
        instant(row, "recorded_at"),
        row.getBoolean("provisional"),
        InputsForm.of(row.getInteger("inputs_form")),
        row.getString("inputs_sha256"),
        new ControlTotals(
            row.getLong("consumption"),
            row.getLong("allocated"),
            row.getLong("residual"),
            row.getLong("generation"),
            row.getLong("surplus")),
        members.stream().map(SqlClosings::member).toList(),
        exchanges.stream().map(SqlClosings::exchange).toList());
  }

  private static ClosingVersion.MemberTotal member(Row row) {
    return new ClosingVersion.MemberTotal(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        row.getLong("metered"),
        row.getLong("shared"));
  }

  private static ClosingVersion.Exchange exchange(Row row) {
    return new ClosingVersion.Exchange(
        new AccountingPointId(row.getString("consumer")),
        new AccountingPointId(row.getString("producer")),
        row.getLong("quantity"));
  }

  private static Closing closing(Row row) {
    return new Closing(
        row.getUUID("id"),
        row.getString("community"),
        new DateRange(row.getLocalDate("from_day"), row.getLocalDate("to_day")),
        ClosingState.valueOf(row.getString("state")),
        row.getInteger("version"),
        WaitingReasonsJson.read(row.getJsonArray("waiting_for")),
        instant(row, "requested_at"),
        ClosingStage.of(
            row.getInteger("version"),
            row.getBoolean("provisional"),
            row.getBoolean("final_before")),
        row.getBoolean("ever_final"),
        CorrectionJson.read(row.getJsonObject("held")),
        row.getString("approved_sha256"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
