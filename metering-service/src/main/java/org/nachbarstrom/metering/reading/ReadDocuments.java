package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Answers readings and energy quantities of an object as known at an instant. Fails with {@link
 * org.nachbarstrom.metering.retention.RetentionRejection#VALUES_ERASED} if some are kept no longer.
 */
@ApplicationScoped
public class ReadDocuments {
  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final DocumentStore store;
  private final KeptValues kept;

  ReadDocuments(
      Snapshots snapshots, TenantTransactions transactions, DocumentStore store, KeptValues kept) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.store = store;
    this.kept = kept;
  }

  /**
   * The readings of an object that count.
   *
   * @param interval moments, both ends included
   * @param asKnownAt absent: now
   */
  public Uni<Known<DocumentStore.KnownReading>> readings(
      Tenant tenant, String objectId, Interval interval, Optional<Instant> asKnownAt) {
    return snapshots
        .freeze(tenant, asKnownAt)
        .map(known -> new DocumentStore.Query(objectId, interval, known))
        .chain(query -> answer(tenant, query, store::readings));
  }

  /**
   * The energy quantities of an object that count.
   *
   * @param interval overlapped by their periods
   * @param asKnownAt absent: now
   */
  public Uni<Known<DocumentStore.KnownQuantity>> quantities(
      Tenant tenant, String objectId, Interval interval, Optional<Instant> asKnownAt) {
    return snapshots
        .freeze(tenant, asKnownAt)
        .map(known -> new DocumentStore.Query(objectId, interval, known))
        .chain(query -> answer(tenant, query, store::quantities));
  }

  private <T> Uni<Known<T>> answer(
      Tenant tenant,
      DocumentStore.Query query,
      Function<DocumentStore.Query, Uni<List<T>>> reader) {
    return transactions
        .inTransaction(
            tenant,
            () ->
                reader
                    .apply(query)
                    .call(
                        found -> kept.require(List.of(query.objectId()), query.interval().start())))
        .map(found -> new Known<>(query.asKnownAt(), found));
  }

  /**
   * Values as they were known.
   *
   * @param asKnownAt snapshot instant
   * @param values in order
   */
  public record Known<T>(Instant asKnownAt, List<T> values) {}
}
