package org.nachbarstrom.settlement.party.persistence;

import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.settlement.party.Party;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyStore;
import org.nachbarstrom.settlement.party.PayerAssignment;
import org.nachbarstrom.settlement.party.Payers;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Parties and payers in the tables {@code party} and {@code payer_assignment}. */
@ApplicationScoped
class PostgresPartyStore implements PartyStore {
  private static final String LOCK = "hashtextextended('settlement payers ' || $1, 0)";

  private final PartyRepository repository;
  private final Sql sql;
  private final Clock clock;

  PostgresPartyStore(PartyRepository repository, Sql sql, Clock clock) {
    this.repository = repository;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Void> put(Tenant tenant, Party party) {
    return sql.execute(
            """
            insert into party (tenant, id, name, email, recorded_at) values ($1, $2, $3, $4, $5)
            on conflict (tenant, id) do update
            set name = excluded.name, email = excluded.email, recorded_at = excluded.recorded_at\
            """,
            tenant.id(),
            party.id().value(),
            party.name(),
            party.email().orElse(null),
            now())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Party>> find(PartyId id) {
    return repository
        .find("id", id.value())
        .firstResult()
        .map(row -> Optional.ofNullable(row).map(PartyEntity::toParty));
  }

  @Override
  public Uni<List<Party>> list(@Nullable String after, int limit) {
    return repository
        .find("id > ?1", Sort.by("id"), after == null ? "" : after)
        .range(0, limit - 1)
        .list()
        .map(rows -> rows.stream().map(PartyEntity::toParty).toList());
  }

  @Override
  public Uni<Set<PartyId>> unknown(Collection<PartyId> ids) {
    String[] wanted = ids.stream().map(PartyId::value).toArray(String[]::new);
    return sql.query("select id from party where id = any($1)", (Object) wanted)
        .map(rows -> {
          Set<PartyId> unknown = new HashSet<>(ids);
          rows.forEach(row -> unknown.remove(new PartyId(row.getString(0))));
          return unknown;
        });
  }

  @Override
  public Uni<Void> assign(Tenant tenant, AccountingPointId point, Payers payers) {
    OffsetDateTime now = now();
    List<Object[]> rows = new ArrayList<>();
    for (PayerAssignment assignment : payers.assignments()) {
      @Nullable Object[] row = {
        tenant.id(),
        point.value(),
        assignment.party().value(),
        assignment.valid().from(),
        assignment.valid().to(),
        now
      };
      rows.add(row);
    }
    return sql.execute(
            """
            update payer_assignment set replaced_at = $2
            where accounting_point = $1 and replaced_at is null\
            """,
            point.value(),
            now)
        .chain(done ->
            sql.batch(
                """
                insert into payer_assignment (tenant, accounting_point, party, valid, recorded_at)
                values ($1, $2, $3, daterange($4, $5), $6)\
                """,
                rows));
  }

  @Override
  public Uni<Map<AccountingPointId, Payers>> payers(Collection<AccountingPointId> points) {
    String[] wanted = points.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(
            """
            select accounting_point, party, lower(valid) as valid_from, upper(valid) as valid_to
            from payer_assignment
            where accounting_point = any($1) and replaced_at is null\
            """,
            (Object) wanted)
        .map(PostgresPartyStore::byPoint);
  }

  private static Map<AccountingPointId, Payers> byPoint(List<Row> rows) {
    Map<AccountingPointId, List<PayerAssignment>> assignments = new TreeMap<>();
    for (Row row : rows) {
      LocalDate from = row.getLocalDate("valid_from");
      @Nullable LocalDate to = row.getLocalDate("valid_to");
      assignments
          .computeIfAbsent(
              new AccountingPointId(row.getString("accounting_point")), point -> new ArrayList<>())
          .add(new PayerAssignment(new PartyId(row.getString("party")), new DateRange(from, to)));
    }
    Map<AccountingPointId, Payers> payers = new TreeMap<>();
    assignments.forEach((point, list) -> payers.put(point, new Payers(list)));
    return payers;
  }

  @Override
  public Uni<Void> lockForChange(Tenant tenant) {
    return sql.query("select 1 from pg_advisory_xact_lock(" + LOCK + ")", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> lockForReading(Tenant tenant) {
    return sql.query("select 1 from pg_advisory_xact_lock_shared(" + LOCK + ")", tenant.id())
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
