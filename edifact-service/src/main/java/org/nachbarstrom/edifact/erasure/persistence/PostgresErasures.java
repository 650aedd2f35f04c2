package org.nachbarstrom.edifact.erasure.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nachbarstrom.edifact.erasure.Erasures;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Erases in portions; the tenant is held by row-level security. Whose turn is next is a table that
 * all tenants share.
 */
@ApplicationScoped
class PostgresErasures implements Erasures {
  private static final String SCHEDULE =
      """
      insert into erasure_schedule (tenant, due_at) values ($1, $2)
      on conflict (tenant) do update set due_at = excluded.due_at\
      """;
  private static final String BEGIN =
      """
      update interchange set erased_at = $2, erasing = true, findings = '[]'
      where id = any(array(
        select id from interchange where erased_at is null and received_at < $1
        order by received_at limit $3))\
      """;
  private static final String STRIP_RAW =
      """
      delete from interchange_raw where ctid = any(array(
        select r.ctid from interchange i
        join interchange_raw r on r.tenant = i.tenant and r.interchange = i.id
        where i.erasing limit $1))\
      """;
  private static final String STRIP_MESSAGES =
      """
      update message set location = '', findings = '[]' where ctid = any(array(
        select m.ctid from interchange i
        join message m on m.tenant = i.tenant and m.interchange = i.id
        where i.erasing and (m.location <> '' or m.findings <> '[]') limit $1))\
      """;
  private static final String STRIP_ACKNOWLEDGEMENTS =
      """
      update received_acknowledgement set reasons = '{}' where ctid = any(array(
        select a.ctid from interchange i
        join received_acknowledgement a on a.tenant = i.tenant and a.interchange = i.id
        where i.erasing and a.reasons <> '{}' limit $1))\
      """;

  private final Sql sql;

  PostgresErasures(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Optional<Tenant>> due(Instant now) {
    return sql.query(
            "select tenant from erasure_schedule where due_at <= $1 order by due_at limit 1",
            utc(now))
        .map(rows -> rows.stream().findFirst().map(row -> new Tenant(row.getString("tenant"))));
  }

  @Override
  public Uni<Void> schedule(Tenant tenant, Instant dueAt) {
    return sql.execute(SCHEDULE, tenant.id(), utc(dueAt)).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> claim(Tenant tenant) {
    return sql.query(
            "select from erasure_schedule where tenant = $1 for update skip locked", tenant.id())
        .map(rows -> !rows.isEmpty());
  }

  @Override
  public Uni<Integer> begin(Instant keptFrom, Instant now, int most) {
    return sql.query("select count(*)::int as number from interchange where erasing")
        .map(rows -> rows.getFirst().getInteger("number"))
        .chain(erasing ->
            erasing > 0
                ? Uni.createFrom().item(erasing)
                : sql.execute(BEGIN, utc(keptFrom), utc(now), most));
  }

  @Override
  public Uni<Boolean> strip(Portion portion) {
    return sql.execute(STRIP_RAW, portion.parts())
        .chain(parts ->
            sql.execute(STRIP_MESSAGES, portion.messages())
                .chain(messages ->
                    sql.execute(STRIP_ACKNOWLEDGEMENTS, portion.messages())
                        .map(told ->
                            parts < portion.parts()
                                && messages < portion.messages()
                                && told < portion.messages())));
  }

  @Override
  public Uni<Integer> finish() {
    return sql.execute("update interchange set erasing = false where erasing");
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
