package org.nachbarstrom.metering.sharing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.RecordedMembership;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Communities as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlCommunities implements Communities {
  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
  private static final String FIND =
      """
      select community, revision, name, zone, hold_corrections from community_revision
      where community = $1 and recorded_at <= $2 order by revision desc limit 1\
      """;
  private static final String KEYS =
      """
      select lower(valid) as valid_from, upper(valid) as valid_to, method, groups
      from community_key
      where community = $1 and revision = $2\
      """;
  private static final String MEMBERS =
      """
      select accounting_point, direction, lower(valid) as valid_from, upper(valid) as valid_to,
        share_percent, cascade_group, participation_percent
      from community_member where community = $1 and revision = $2\
      """;
  private static final String ELSEWHERE =
      """
      select accounting_point, direction, lower(valid) as valid_from, upper(valid) as valid_to,
        share_percent, cascade_group, participation_percent
      from community_member m
      where community <> $1 and accounting_point = any($2) and revision =
        (select max(revision) from community_revision r
         where r.tenant = m.tenant and r.community = m.community)\
      """;

  /** Revisions that follow one another differ from their position by the same number. */
  private static final String MEMBERSHIPS =
      """
      select m.community, accounting_point, lower(valid) as valid_from, upper(valid) as valid_to,
        min(m.revision) as first_revision, max(m.revision) as last_revision,
        min(recorded_at) as recorded_at,
        (select max(revision) from community_revision l where l.tenant = m.tenant
          and l.community = m.community and l.recorded_at <= $2) as latest_revision
      from (select *, revision - row_number() over
              (partition by tenant, community, accounting_point, valid order by revision) as run
            from community_member where accounting_point = any($1)) m
      join community_revision r
        on r.tenant = m.tenant and r.community = m.community and r.revision = m.revision
      where recorded_at <= $2
      group by m.tenant, m.community, accounting_point, valid, run\
      """;

  private static final String APPEND =
      """
      insert into community_revision
        (tenant, community, revision, name, zone, recorded_at, hold_corrections)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;
  private static final String APPEND_KEY =
      """
      insert into community_key (tenant, community, revision, valid, method, groups)
      values ($1, $2, $3, daterange($4, $5), $6, $7)\
      """;
  private static final String APPEND_MEMBER =
      """
      insert into community_member
        (tenant, community, revision, accounting_point, direction, valid, share_percent,
        cascade_group, participation_percent)
      values ($1, $2, $3, $4, $5, daterange($6, $7), $8, $9, $10)\
      """;

  private final Sql sql;

  SqlCommunities(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, String id) {
    return sql.query(
            "select pg_advisory_xact_lock(hashtextextended('community ' || $1 || ' ' || $2, 0))",
            tenant.id(),
            id)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> lockMemberships(Tenant tenant) {
    return sql.query(
            "select pg_advisory_xact_lock(hashtextextended('memberships ' || $1, 0))", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Member>> elsewhere(String id, Collection<AccountingPointId> points) {
    String[] values = points.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(ELSEWHERE, id, values)
        .map(rows -> rows.stream().map(SqlCommunities::member).toList());
  }

  @Override
  public Uni<List<RecordedMembership>> memberships(
      Collection<AccountingPointId> points, Instant asKnownAt) {
    if (points.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    String[] values = points.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(MEMBERSHIPS, values, asKnownAt.atOffset(ZoneOffset.UTC))
        .map(rows -> rows.stream().map(SqlCommunities::membership).toList());
  }

  private static RecordedMembership membership(Row row) {
    return new RecordedMembership(
        row.getString("community"),
        new AccountingPointId(row.getString("accounting_point")),
        range(row),
        row.getInteger("first_revision"),
        row.getInteger("last_revision"),
        row.getInteger("latest_revision"),
        row.getOffsetDateTime("recorded_at").toInstant());
  }

  @Override
  public Uni<Optional<Revised>> find(String id) {
    return find(id, FAR_FUTURE);
  }

  @Override
  public Uni<Optional<Revised>> find(String id, Instant asKnownAt) {
    return sql.query(FIND, id, asKnownAt.atOffset(ZoneOffset.UTC))
        .chain(rows ->
            rows.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : withParts(rows.getFirst()).map(Optional::of));
  }

  private Uni<Revised> withParts(Row row) {
    String id = row.getString("community");
    int revision = row.getInteger("revision");
    return sql.query(KEYS, id, revision)
        .chain(keys ->
            sql.query(MEMBERS, id, revision)
                .map(members ->
                    new Revised(
                        new Community(
                            id,
                            row.getString("name"),
                            ZoneId.of(row.getString("zone")),
                            keys.stream().map(SqlCommunities::key).toList(),
                            members.stream().map(SqlCommunities::member).toList(),
                            row.getBoolean("hold_corrections")),
                        revision)));
  }

  @Override
  public Uni<List<String>> list(String after, int limit) {
    return sql.query(
            """
            select distinct community from community_revision
            where community > $1 order by community limit $2\
            """,
            after,
            limit)
        .map(rows -> rows.stream().map(row -> row.getString("community")).toList());
  }

  @Override
  public Uni<Void> append(Tenant tenant, Revised revised, Instant recordedAt) {
    Community community = revised.community();
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (SharingKey key : community.keys()) {
      keys.add(
          new @Nullable Object[] {
            tenant.id(),
            community.id(),
            revised.revision(),
            key.valid().from(),
            key.valid().to(),
            key.method().name(),
            groups(key)
          });
    }
    List<@Nullable Object[]> members = new ArrayList<>();
    for (Member member : community.members()) {
      members.add(memberRow(tenant, revised, member));
    }
    return sql.execute(
            APPEND,
            tenant.id(),
            community.id(),
            revised.revision(),
            community.name(),
            community.zone().getId(),
            recordedAt.atOffset(ZoneOffset.UTC),
            community.holdsCorrections())
        .chain(appended -> sql.batch(APPEND_KEY, keys))
        .chain(appended -> sql.batch(APPEND_MEMBER, members));
  }

  private static @Nullable Object[] memberRow(Tenant tenant, Revised revised, Member member) {
    return new @Nullable Object[] {
      tenant.id(),
      revised.community().id(),
      revised.revision(),
      member.accountingPoint().value(),
      member.direction().name(),
      member.valid().from(),
      member.valid().to(),
      member.sharePercent(),
      member.group() == 0 ? null : member.group(),
      member.participationPercent()
    };
  }

  private static String @Nullable [] groups(SharingKey key) {
    return key.groups().isEmpty()
        ? null
        : key.groups().stream().map(KeyMethod::name).toArray(String[]::new);
  }

  private static SharingKey key(Row row) {
    String @Nullable [] groups = row.getArrayOfStrings("groups");
    return new SharingKey(
        range(row),
        KeyMethod.valueOf(row.getString("method")),
        groups == null ? List.of() : Arrays.stream(groups).map(KeyMethod::valueOf).toList());
  }

  private static Member member(Row row) {
    @Nullable BigDecimal share = row.getBigDecimal("share_percent");
    return new Member(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        range(row),
        share,
        Objects.requireNonNullElse(row.getInteger("cascade_group"), 0),
        row.getInteger("participation_percent"));
  }

  private static DateRange range(Row row) {
    return new DateRange(row.getLocalDate("valid_from"), row.getLocalDate("valid_to"));
  }
}
