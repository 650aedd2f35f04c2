package org.nachbarstrom.pricing.tariff.persistence;

import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.pricing.tariff.TariffStore;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tariffs in the tables {@code tariff_version} and {@code tariff_component}. */
@ApplicationScoped
class PostgresTariffStore implements TariffStore {
  private final TariffRepository repository;
  private final Sql sql;
  private final Clock clock;

  PostgresTariffStore(TariffRepository repository, Sql sql, Clock clock) {
    this.repository = repository;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<Tariff>> find(TariffId id) {
    return find(List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
  }

  @Override
  public Uni<Map<TariffId, Tariff>> find(Collection<TariffId> ids) {
    return repository
        .find("current = true and id in ?1", ids.stream().map(TariffId::value).toList())
        .list()
        .chain(this::complete)
        .map(
            tariffs -> tariffs.stream().collect(Collectors.toMap(Tariff::id, Function.identity())));
  }

  @Override
  public Uni<List<Tariff>> list(@Nullable String after, int limit) {
    return repository
        .find("current = true and id > ?1", Sort.by("id"), after == null ? "" : after)
        .range(0, limit - 1)
        .list()
        .chain(this::complete);
  }

  @Override
  public Uni<Void> add(Tenant tenant, Tariff tariff) {
    return sql.execute(
            "update tariff_version set current = false where tariff = $1 and current",
            tariff.id().value())
        .chain(done ->
            sql.query(
                """
                insert into tariff_version (tenant, tariff, name, current, recorded_at)
                values ($1, $2, $3, true, $4) returning number\
                """,
                tenant.id(),
                tariff.id().value(),
                tariff.name(),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .chain(rows ->
            sql.batch(
                """
                insert into tariff_component (tenant, version, kind, price, vat_percent, valid)
                values ($1, $2, $3, $4, $5, daterange($6, $7))\
                """,
                components(tenant, rows.getFirst().getLong("number"), tariff)));
  }

  private static List<Object[]> components(Tenant tenant, long version, Tariff tariff) {
    List<Object[]> rows = new ArrayList<>();
    for (PriceComponent component : tariff.components()) {
      @Nullable Object[] row = {
        tenant.id(),
        version,
        component.kind().name(),
        component.price().amount(),
        component.vat().amount(),
        component.valid().from(),
        component.valid().to()
      };
      rows.add(row);
    }
    return rows;
  }

  private Uni<List<Tariff>> complete(List<TariffEntity> heads) {
    Long[] versions = heads.stream().map(head -> head.number).toArray(Long[]::new);
    return sql.query(
            """
            select version, kind, price, vat_percent, lower(valid) as valid_from,
              upper(valid) as valid_to
            from tariff_component where version = any($1)\
            """,
            (Object) versions)
        .map(rows -> {
          Map<Long, List<PriceComponent>> byVersion = new TreeMap<>();
          for (Row row : rows) {
            byVersion
                .computeIfAbsent(row.getLong("version"), version -> new ArrayList<>())
                .add(component(row));
          }
          return heads.stream()
              .map(head ->
                  new Tariff(
                      new TariffId(head.id),
                      head.name,
                      byVersion.getOrDefault(head.number, List.of())))
              .toList();
        });
  }

  private static PriceComponent component(Row row) {
    ComponentKind kind = ComponentKind.valueOf(row.getString("kind"));
    return new PriceComponent(
        kind,
        new Price(row.getBigDecimal("price"), kind.unit()),
        new Price(row.getBigDecimal("vat_percent"), PriceUnit.PERCENT),
        new DateRange(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")));
  }
}
