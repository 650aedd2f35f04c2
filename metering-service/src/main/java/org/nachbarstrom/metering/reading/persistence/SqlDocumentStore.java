package org.nachbarstrom.metering.reading.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.Cancellation;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.QuantityDelivery;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.reading.ReceivedDocument;
import org.nachbarstrom.metering.reading.Registers;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Documents as rows that are never changed. What counts is found when it is read, so that the order
 * of arrival cannot matter. The tenant of what is read is held by row-level security.
 */
@ApplicationScoped
class SqlDocumentStore implements DocumentStore {
  private static final String APPEND_DOCUMENT =
      """
      insert into value_document (tenant, reference, sender, document_number, message_time,
        received_at, recorded_at, object_kind, object_id, device_number, purpose, values_until)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing\
      """;
  private static final String APPEND_READING =
      """
      insert into reading (tenant, reference, register, at, obis, value, quality,
        read_on, read_at, changed_at, status)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
      """;
  private static final String APPEND_QUANTITY =
      """
      insert into energy_quantity (tenant, reference, register, period, starts_at, ends_at,
        obis, value, quality, status)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)\
      """;
  private static final String APPEND_CANCELLATION =
      """
      insert into document_cancellation (tenant, reference, sender, cancelled_number,
        message_time, received_at, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing\
      """;
  private static final String KNOWN_DOCUMENT =
      """
      select from value_document
      where reference = $1 and message_time = $2 and document_number = $3 and object_id = $4\
      """;
  private static final String KNOWN_CANCELLATION =
      """
      select from document_cancellation
      where reference = $1 and message_time = $2 and cancelled_number = $3 and $4 = ''\
      """;
  private static final String MOMENTS =
      """
      select d.object_kind, d.object_id, min(v.at) as first_at, max(v.at) as last_at
      from value_document d join reading v using (tenant, reference)
      where d.sender = $1 and d.document_number = $2
      group by d.object_kind, d.object_id order by d.object_id, d.object_kind\
      """;
  private static final String PERIODS =
      """
      select d.object_kind, d.object_id, min(v.first_at) as first_at, max(v.last_at) as last_at
      from value_document d join (
        select tenant, reference, at as first_at, at as last_at from reading
        union all select tenant, reference, starts_at, ends_at from energy_quantity) v
        using (tenant, reference)
      where d.sender = $1 and d.document_number = $2
      group by d.object_kind, d.object_id order by d.object_id, d.object_kind\
      """;
  private static final String NEWEST_MESSAGES =
      """
      select v.at, max(greatest(d.message_time, c.message_time)) as newest
      from value_document d join reading v using (tenant, reference)
      left join document_cancellation c on c.tenant = d.tenant and c.sender = d.sender
        and c.cancelled_number = d.document_number and c.recorded_at <= $4
      where d.object_id = $1 and v.at between $2 and $3 and d.recorded_at <= $4
      group by v.at\
      """;
  private static final String COUNTS =
      """
       and d.recorded_at <= $4 and not exists (
        select from document_cancellation c
        where c.tenant = d.tenant and c.sender = d.sender
          and c.cancelled_number = d.document_number
          and c.message_time >= d.message_time and c.recorded_at <= $4)\
      """;
  private static final String LATEST = " d.message_time desc, d.received_at desc, d.reference desc";
  private static final String READING_COLUMNS =
      """
      d.object_kind, d.object_id, d.device_number, d.sender, d.document_number, d.message_time,
        d.received_at, d.reference, v.register, v.at, v.obis, v.value, v.quality, v.read_on,
        v.read_at, v.changed_at, v.status\
      """;
  private static final String READINGS =
      """
      select distinct on (d.object_kind, d.device_number, v.register, v.at) %s
      from value_document d join reading v using (tenant, reference)
      where d.object_id = $1 and v.at between $2 and $3\
      """
              .formatted(READING_COLUMNS)
          + COUNTS
          + " order by d.object_kind, d.device_number, v.register, v.at,"
          + LATEST;
  private static final String FIRST_AND_LAST =
      """
      with counting as (%s)
      (select distinct on (object_kind, device_number, register) * from counting
        order by object_kind, device_number, register, at)
      union
      (select distinct on (object_kind, device_number, register, quality, changed_at is null) *
        from counting
        order by object_kind, device_number, register, quality, changed_at is null, at desc)\
      """
          .formatted(READINGS);
  private static final String QUANTITIES =
      """
      select distinct on (d.object_kind, d.purpose, v.register, v.starts_at, v.ends_at, v.period)
        d.*, v.*
      from value_document d join energy_quantity v using (tenant, reference)
      where d.object_id = $1 and v.ends_at > $2 and v.starts_at < $3\
      """
          + COUNTS
          + " order by d.object_kind, d.purpose, v.register, v.starts_at, v.ends_at, v.period,"
          + LATEST;

  private final Sql sql;

  SqlDocumentStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> append(Tenant tenant, ReceivedDocument document, Instant recordedAt) {
    return switch (document) {
      case ReadingDelivery delivery -> append(tenant, delivery, recordedAt);
      case QuantityDelivery delivery -> append(tenant, delivery, recordedAt);
      case Cancellation cancellation -> append(tenant, cancellation, recordedAt);
    };
  }

  private Uni<Void> append(Tenant tenant, ReadingDelivery delivery, Instant recordedAt) {
    List<@Nullable Object[]> rows =
        delivery.readings().stream()
            .map(reading -> row(tenant, delivery.source(), reading))
            .toList();
    return appendDocument(tenant, delivery.source(), recordedAt, head(delivery))
        .chain(added -> sql.batch(APPEND_READING, added ? rows : List.of()));
  }

  private Uni<Void> append(Tenant tenant, QuantityDelivery delivery, Instant recordedAt) {
    List<@Nullable Object[]> rows =
        delivery.quantities().stream()
            .map(quantity -> row(tenant, delivery.source(), quantity))
            .toList();
    return appendDocument(tenant, delivery.source(), recordedAt, head(delivery))
        .chain(added -> sql.batch(APPEND_QUANTITY, added ? rows : List.of()));
  }

  private static DocumentHead head(ReadingDelivery delivery) {
    return new DocumentHead(
        delivery.object(),
        delivery.deviceNumber(),
        null,
        delivery.readings().stream().map(reading -> reading.at().plus(1, ChronoUnit.MICROS)));
  }

  private static DocumentHead head(QuantityDelivery delivery) {
    return new DocumentHead(
        delivery.object(),
        "",
        delivery.purpose(),
        delivery.quantities().stream().map(quantity -> quantity.period().interval().end()));
  }

  /** Whether it was not known yet. */
  private Uni<Boolean> appendDocument(
      Tenant tenant, SourceDocument source, Instant recordedAt, DocumentHead head) {
    return sql.execute(
            APPEND_DOCUMENT,
            tenant.id(),
            source.origin().reference(),
            source.sender(),
            source.number(),
            utc(source.origin().messageTime()),
            utc(source.origin().receivedAt()),
            utc(recordedAt),
            head.object().kind().name(),
            head.object().id(),
            head.deviceNumber(),
            head.purpose() == null ? null : head.purpose().name(),
            head.valuesUntil())
        .chain(inserted ->
            inserted > 0
                ? Uni.createFrom().item(true)
                : requireKnown(source, KNOWN_DOCUMENT, source.number(), head.object().id())
                    .replaceWith(false));
  }

  private Uni<Void> append(Tenant tenant, Cancellation cancellation, Instant recordedAt) {
    SourceDocument source = cancellation.source();
    return sql.execute(
            APPEND_CANCELLATION,
            tenant.id(),
            source.origin().reference(),
            source.sender(),
            cancellation.cancelledNumber(),
            utc(source.origin().messageTime()),
            utc(source.origin().receivedAt()),
            utc(recordedAt))
        .chain(inserted ->
            inserted > 0
                ? Uni.createFrom().voidItem()
                : requireKnown(source, KNOWN_CANCELLATION, cancellation.cancelledNumber(), ""));
  }

  private Uni<Void> requireKnown(
      SourceDocument source, String statement, String number, String object) {
    return sql.query(
            statement,
            source.origin().reference(),
            utc(source.origin().messageTime()),
            number,
            object)
        .invoke(rows -> {
          if (rows.isEmpty()) {
            throw new ProblemException(
                ReadingRejection.REFERENCE_REUSED,
                "'" + source.origin().reference() + "' is known with another content.");
          }
        })
        .replaceWithVoid();
  }

  /** What a document says of itself beside its source. */
  private record DocumentHead(
      MeteredObject object,
      String deviceNumber,
      @Nullable QuantityPurpose purpose,
      @Nullable OffsetDateTime valuesUntil) {
    DocumentHead(
        MeteredObject object,
        String deviceNumber,
        @Nullable QuantityPurpose purpose,
        Stream<Instant> ends) {
      this(
          object,
          deviceNumber,
          purpose,
          ends.max(Comparator.naturalOrder()).map(SqlDocumentStore::utc).orElse(null));
    }
  }

  private static @Nullable Object[] row(Tenant tenant, SourceDocument source, Reading reading) {
    return new @Nullable Object[] {
      tenant.id(),
      source.origin().reference(),
      Registers.name(reading.obis()),
      utc(reading.at()),
      reading.obis().toString(),
      reading.value(),
      reading.quality().name(),
      reading.readOn(),
      reading.readAt() == null ? null : utc(reading.readAt()),
      reading.changedAt() == null ? null : utc(reading.changedAt()),
      reading.status().text()
    };
  }

  private static @Nullable Object[] row(
      Tenant tenant, SourceDocument source, EnergyQuantity quantity) {
    return new @Nullable Object[] {
      tenant.id(),
      source.origin().reference(),
      Registers.name(quantity.obis()),
      DocumentRows.kind(quantity.period()),
      utc(quantity.period().interval().start()),
      utc(quantity.period().interval().end()),
      quantity.obis().toString(),
      quantity.value(),
      quantity.quality().name(),
      quantity.status().text()
    };
  }

  @Override
  public Uni<Void> lock(Tenant tenant, String work) {
    return sql.query(
            "select pg_advisory_xact_lock(hashtextextended('document ' || $1 || ' ' || $2, 0))",
            tenant.id(),
            work)
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Moments>> moments(String sender, String documentNumber) {
    return sql.query(MOMENTS, sender, documentNumber)
        .map(rows -> rows.stream().map(DocumentRows::moments).toList());
  }

  @Override
  public Uni<List<Moments>> periods(String sender, String documentNumber) {
    return sql.query(PERIODS, sender, documentNumber)
        .map(rows -> rows.stream().map(DocumentRows::moments).toList());
  }

  @Override
  public Uni<Map<Instant, Instant>> newestMessages(Query query) {
    return select(NEWEST_MESSAGES, query)
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.toMap(
                        row -> row.getOffsetDateTime("at").toInstant(),
                        row -> row.getOffsetDateTime("newest").toInstant())));
  }

  @Override
  public Uni<List<KnownReading>> readings(Query query) {
    return select(READINGS, query).map(rows -> rows.stream().map(DocumentRows::reading).toList());
  }

  @Override
  public Uni<List<KnownReading>> firstAndLastReadings(Query query) {
    return select(FIRST_AND_LAST, query)
        .map(rows -> rows.stream().map(DocumentRows::reading).toList());
  }

  @Override
  public Uni<List<KnownQuantity>> quantities(Query query) {
    return select(QUANTITIES, query)
        .map(rows -> rows.stream().map(DocumentRows::quantity).toList());
  }

  private Uni<List<Row>> select(String statement, Query query) {
    return sql.query(
        statement,
        query.objectId(),
        utc(query.interval().start()),
        utc(query.interval().end()),
        utc(query.asKnownAt()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
