package org.nachbarstrom.pricing.rating.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nachbarstrom.pricing.rating.ClosingVersion;
import org.nachbarstrom.pricing.rating.LineDocument;
import org.nachbarstrom.pricing.rating.MemberEnergy;
import org.nachbarstrom.pricing.rating.MissingPrice;
import org.nachbarstrom.pricing.rating.Rating;
import org.nachbarstrom.pricing.rating.RatingStore;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** Ratings in the table {@code rating}. */
@ApplicationScoped
class PostgresRatingStore implements RatingStore {
  private static final String COLUMNS =
      """
      closing, version, accounting_point, community, zone, from_day, to_day, starts_at, ends_at,
      state, missing, lines, energy, traceparent
      """;

  private final Sql sql;
  private final Json json;
  private final Clock clock;

  PostgresRatingStore(Sql sql, Json json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Uni<Integer> newestVersion(UUID closing) {
    return sql.query("select coalesce(max(version), 0) from rating where closing = $1", closing)
        .map(rows -> rows.getFirst().getInteger(0));
  }

  @Override
  public Uni<Boolean> add(Tenant tenant, Rating rating, MemberEnergy energy) {
    ClosingVersion closing = rating.closing();
    return sql.execute(
            """
            insert into rating (tenant, closing, version, accounting_point, community, zone,
              from_day, to_day, starts_at, ends_at, state, missing, lines, energy, traceparent,
              recorded_at, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
            on conflict do nothing\
            """,
            tenant.id(),
            closing.id(),
            closing.version(),
            rating.accountingPoint().value(),
            closing.community(),
            closing.zone(),
            closing.from(),
            closing.to(),
            closing.start().atOffset(ZoneOffset.UTC),
            closing.end().atOffset(ZoneOffset.UTC),
            rating.state().name(),
            missing(rating),
            lines(rating),
            json.write(EnergyDocument.of(energy)),
            Trace.current(),
            now())
        .map(added -> added > 0);
  }

  @Override
  public Uni<Void> update(Rating rating) {
    return sql.execute(
            """
            update rating set state = $4, missing = $5, lines = $6, retry = false, changed_at = $7
            where closing = $1 and version = $2 and accounting_point = $3 and state = 'WAITING'\
            """,
            rating.closing().id(),
            rating.closing().version(),
            rating.accountingPoint().value(),
            rating.state().name(),
            missing(rating),
            lines(rating),
            now())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> supersede(UUID closing, int before) {
    return sql.execute(
            """
            update rating set state = 'SUPERSEDED', missing = '[]', retry = false, changed_at = $3
            where closing = $1 and version < $2 and state = 'WAITING'\
            """,
            closing,
            before,
            now())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Retry>> nextRetry() {
    return sql.query(
            "select "
                + COLUMNS
                + """
                from rating where state = 'WAITING' and retry
                order by recorded_at limit 1 for update skip locked\
                """)
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(row ->
                    new Retry(
                        rating(row),
                        json.read(row.getString("energy"), EnergyDocument.class).toEnergy(),
                        row.getString("traceparent"))));
  }

  @Override
  public Uni<List<Rating>> list(UUID closing, int version) {
    return sql.query(
            "select "
                + COLUMNS
                + "from rating where closing = $1 and version = $2 order by accounting_point",
            closing,
            version)
        .map(rows -> rows.stream().map(this::rating).toList());
  }

  @Override
  public Uni<Optional<Rating>> find(UUID closing, AccountingPointId point) {
    return sql.query(
            "select "
                + COLUMNS
                + """
                from rating where closing = $1 and accounting_point = $2
                order by version desc limit 1\
                """,
            closing,
            point.value())
        .map(rows -> rows.stream().findFirst().map(this::rating));
  }

  private Rating rating(Row row) {
    ClosingVersion closing =
        new ClosingVersion(
            row.getUUID("closing"),
            row.getInteger("version"),
            row.getString("community"),
            row.getString("zone"),
            row.getLocalDate("from_day"),
            row.getLocalDate("to_day"),
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant());
    return new Rating(
        closing,
        new AccountingPointId(row.getString("accounting_point")),
        Rating.State.valueOf(row.getString("state")),
        Stream.of(json.read(row.getString("missing"), MissingDocument[].class))
            .map(MissingDocument::toMissing)
            .toList(),
        Stream.of(json.read(row.getString("lines"), LineDocument[].class))
            .map(LineDocument::toItem)
            .toList());
  }

  private String missing(Rating rating) {
    return json.write(rating.missing().stream().map(MissingDocument::of).toList());
  }

  private String lines(Rating rating) {
    return json.write(
        IntStream.range(0, rating.lines().size())
            .mapToObj(i -> LineDocument.of(i + 1, rating.lines().get(i)))
            .toList());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** What is missing, as kept. */
  record MissingDocument(
      MissingPrice.Reason reason,
      ComponentKind component,
      String accountingPoint,
      java.time.LocalDate day) {
    static MissingDocument of(MissingPrice missing) {
      return new MissingDocument(
          missing.reason(), missing.component(), missing.accountingPoint().value(), missing.day());
    }

    MissingPrice toMissing() {
      return new MissingPrice(reason, component, new AccountingPointId(accountingPoint), day);
    }
  }
}
