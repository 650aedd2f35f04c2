package org.nachbarstrom.metering.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.reading.RecordDocument;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.RecordMessages;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records a part of an upload and its counts in the current transaction. */
@ApplicationScoped
class RecordBatch {
  /** Later than anything that is ever recorded: what is known inside the transaction. */
  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

  private final SeriesStore store;
  private final RecordMessages recordMessages;
  private final RecordDocument recordDocument;
  private final UploadSteps steps;
  private final Uploads uploads;

  RecordBatch(
      SeriesStore store,
      RecordMessages recordMessages,
      RecordDocument recordDocument,
      UploadSteps steps,
      Uploads uploads) {
    this.store = store;
    this.recordMessages = recordMessages;
    this.recordDocument = recordDocument;
    this.steps = steps;
    this.uploads = uploads;
  }

  private Uni<Comparison> compare(Batch batch) {
    return store
        .read(new SnapshotQuery(batch.keys(), batch.interval(), FAR_FUTURE))
        .map(known -> Comparison.of(batch, known));
  }

  /** The series of the batch in its days as they are now. */
  Uni<Map<SeriesKey, Map<LocalDate, DayState>>> latest(Batch batch) {
    return store.latest(batch.days());
  }

  /** Records values. */
  Uni<Void> values(Tenant tenant, Upload upload, Batch batch) {
    return compare(batch)
        .call(before -> recordMessages.record(tenant, batch.deliveries(upload.origin())))
        .chain(before -> counts(batch, before))
        .chain(counts -> count(upload, counts));
  }

  /** Values that differed and still do are older than what is known. */
  private Uni<UploadCounts> counts(Batch batch, Comparison before) {
    Uni<Comparison> after =
        before.differing() == 0 ? Uni.createFrom().item(before) : compare(batch);
    return after.map(now -> {
      long outdated = now.differing();
      long changed = before.differing() - outdated;
      return new UploadCounts(0, 0, before.added(), changed, before.same(), outdated, 0, 0, 0);
    });
  }

  /** Records readings. */
  Uni<Void> readings(Tenant tenant, Upload upload, ReadingDelivery document) {
    UploadCounts counts = new UploadCounts(0, 0, 0, 0, 0, 0, 0, 0, document.readings().size());
    return recordDocument.record(tenant, document).chain(done -> count(upload, counts));
  }

  private Uni<Void> count(Upload upload, UploadCounts counts) {
    return uploads
        .count(upload, counts, steps.now())
        .invoke(goesOn -> {
          if (!goesOn) {
            throw UploadSteps.running(upload);
          }
        })
        .replaceWithVoid();
  }
}
