package org.nachbarstrom.edifact.subscription.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.subscription.SubscribedQuantity;
import org.nachbarstrom.edifact.subscription.Subscription;
import org.nachbarstrom.edifact.subscription.SubscriptionId;
import org.nachbarstrom.edifact.subscription.SubscriptionStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Subscriptions in the table {@code subscription}. */
@ApplicationScoped
class PostgresSubscriptionStore implements SubscriptionStore {
  private static final String SELECT =
      "select s.*, lower(valid) as valid_from, upper(valid) as valid_to from subscription s ";
  private static final String PUT =
      """
      insert into subscription
        (tenant, id, partner, sender, quantity, community, accounting_points, obis, object, valid,
         recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, daterange($10, $11), $12)
      on conflict (tenant, id) do update
      set community = excluded.community, accounting_points = excluded.accounting_points,
          obis = excluded.obis, object = excluded.object, valid = excluded.valid,
          recorded_at = excluded.recorded_at\
      """;

  private final Sql sql;
  private final Clock clock;

  PostgresSubscriptionStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, SubscriptionId id) {
    return sql.lock("subscription " + tenant.id() + " " + id);
  }

  @Override
  public Uni<Void> put(Tenant tenant, Subscription subscription) {
    return sql.execute(
            PUT,
            tenant.id(),
            subscription.id().value(),
            subscription.partner().value(),
            subscription.sender().value(),
            subscription.quantity().name(),
            subscription.community().orElse(null),
            subscription.accountingPoints().stream()
                .map(AccountingPointId::value)
                .toArray(String[]::new),
            subscription.obis().map(ObisCode::toString).orElse(null),
            subscription.objectId().map(MarketLocationId::value).orElse(null),
            subscription.valid().from(),
            subscription.valid().to(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Subscription>> find(SubscriptionId id) {
    return all("where id = $1", id.value()).map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<Boolean> delete(SubscriptionId id) {
    return sql.execute("delete from subscription where id = $1", id.value())
        .map(deleted -> deleted > 0);
  }

  @Override
  public Uni<List<Subscription>> list(String after, int limit) {
    return all("where id > $1 order by id limit $2", after, limit);
  }

  @Override
  public Uni<List<Subscription>> ofClosings(LocalDate from, LocalDate to) {
    return all(
        "where quantity <> 'SUBSTITUTES' and valid @> daterange($1, $2) order by id", from, to);
  }

  @Override
  public Uni<List<Subscription>> ofSubstitutes(AccountingPointId point, LocalDate day) {
    return all(
        """
        where quantity = 'SUBSTITUTES' and accounting_points @> array[$1::text]
          and valid @> $2::date
        order by id\
        """,
        point.value(),
        day);
  }

  private Uni<List<Subscription>> all(String condition, Object... parameters) {
    return sql.query(SELECT + condition, parameters)
        .map(rows -> rows.stream().map(PostgresSubscriptionStore::subscription).toList());
  }

  private static Subscription subscription(Row row) {
    return new Subscription(
        new SubscriptionId(row.getString("id")),
        new MarketPartnerCode(row.getString("partner")),
        new MarketPartnerCode(row.getString("sender")),
        SubscribedQuantity.valueOf(row.getString("quantity")),
        Optional.ofNullable(row.getString("community")),
        Arrays.stream(row.getArrayOfStrings("accounting_points"))
            .map(AccountingPointId::new)
            .collect(Collectors.toSet()),
        Optional.ofNullable(row.getString("obis")).map(ObisCode::parse),
        Optional.ofNullable(row.getString("object")).map(MarketLocationId::new),
        new DateRange(row.getLocalDate("valid_from"), row.getLocalDate("valid_to")));
  }
}
