package org.nachbarstrom.edifact.partner.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerCode;
import org.nachbarstrom.edifact.partner.PartnerStore;
import org.nachbarstrom.edifact.partner.PartnerVersion;
import org.nachbarstrom.edifact.partner.RoleAssignment;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Partners in the tables {@code partner_version} and {@code partner_role}. */
@ApplicationScoped
class PostgresPartnerStore implements PartnerStore {
  private static final String SELECT =
      """
      select v.*,
        (select jsonb_agg(jsonb_build_object(
           'role', r.role, 'from', lower(r.valid), 'to', upper(r.valid)))
         from partner_role r where r.version = v.number) as roles
      from partner_version v
      """;
  private static final String ADD =
      """
      insert into partner_version
        (tenant, code, name, own, contact_name, contact_email, contact_phone, message_version,
         lenient, contrl, accept_test, channel, current, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, $13)
      returning number\
      """;

  private final Sql sql;
  private final Clock clock;

  PostgresPartnerStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, PartnerCode code) {
    return sql.lock("partner " + tenant.id() + " " + code);
  }

  @Override
  public Uni<PartnerVersion> add(Tenant tenant, Partner partner) {
    Instant now = clock.instant();
    return sql.execute(
            "update partner_version set current = false where code = $1 and current",
            partner.code().value())
        .chain(done -> sql.query(ADD, row(tenant, partner, now)))
        .chain(rows -> {
          long number = rows.getFirst().getLong("number");
          return sql.batch(
                  """
                  insert into partner_role (tenant, version, role, valid)
                  values ($1, $2, $3, daterange($4, $5))\
                  """,
                  roles(tenant, number, partner))
              .replaceWith(new PartnerVersion(number, now, partner));
        });
  }

  private static @Nullable Object[] row(Tenant tenant, Partner partner, Instant now) {
    @Nullable Object[] row = {
      tenant.id(),
      partner.code().value(),
      partner.name(),
      partner.own(),
      partner.contact().name(),
      partner.contact().email(),
      partner.contact().phone(),
      partner.rules().messageVersion().orElse(null),
      partner.rules().lenient(),
      partner.rules().contrl().name(),
      partner.rules().acceptTest(),
      partner.channel().name(),
      now.atOffset(ZoneOffset.UTC)
    };
    return row;
  }

  private static List<@Nullable Object[]> roles(Tenant tenant, long version, Partner partner) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (RoleAssignment assignment : partner.roles()) {
      @Nullable Object[] row = {
        tenant.id(),
        version,
        assignment.role().name(),
        assignment.valid().from(),
        assignment.valid().to()
      };
      rows.add(row);
    }
    return rows;
  }

  @Override
  public Uni<Optional<PartnerVersion>> find(PartnerCode code) {
    return versions(sql.query(SELECT + "where v.code = $1 and v.current", code.value()))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<List<Partner>> find(Collection<String> codes) {
    String[] wanted = codes.toArray(String[]::new);
    return versions(sql.query(SELECT + "where v.code = any($1) and v.current", (Object) wanted))
        .map(found -> found.stream().map(PartnerVersion::partner).toList());
  }

  @Override
  public Uni<List<PartnerVersion>> list(String after, int limit) {
    return versions(
        sql.query(
            SELECT + "where v.code > $1 and v.current order by v.code limit $2", after, limit));
  }

  @Override
  public Uni<List<PartnerVersion>> versions(PartnerCode code) {
    return versions(
        sql.query(SELECT + "where v.code = $1 order by v.number desc limit 1000", code.value()));
  }

  private static Uni<List<PartnerVersion>> versions(Uni<List<Row>> rows) {
    return rows.map(found -> found.stream().map(PartnerRows::version).toList());
  }
}
