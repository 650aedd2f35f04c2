package org.nachbarstrom.settlement.booking.persistence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.booking.BatchDraft;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.BookingBatch;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Refusal;

/** From rows to batches. */
final class BatchRows {
  private BatchRows() {}

  static BookingBatch batch(Row row, List<Row> bookings) {
    List<BookingBatch.IdentifiedBooking> identified =
        bookings.stream()
            .map(b -> new BookingBatch.IdentifiedBooking(b.getUUID("id"), BookingRows.booking(b)))
            .toList();
    BatchDraft content =
        new BatchDraft(
            row.getUUID("run"),
            closing(row),
            Optional.ofNullable(row.getUUID("previous_batch")),
            identified.stream().map(BookingBatch.IdentifiedBooking::booking).toList());
    return new BookingBatch(row.getUUID("id"), content, identified, status(row));
  }

  private static ClosingVersion closing(Row row) {
    return new ClosingVersion(
        row.getUUID("closing"),
        row.getInteger("version"),
        row.getString("community"),
        ZoneId.of(row.getString("zone")),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        row.getOffsetDateTime("start_at").toInstant(),
        row.getOffsetDateTime("end_at").toInstant());
  }

  private static BookingBatch.Status status(Row row) {
    return new BookingBatch.Status(
        BatchState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getLong("sequence")),
        row.getOffsetDateTime("prepared_at").toInstant(),
        instant(row.getOffsetDateTime("released_at")),
        facts(row),
        Optional.ofNullable(row.getString("refusal_code"))
            .map(code -> new Refusal(code, row.getString("refusal_detail"))));
  }

  private static Optional<ClearingFacts> facts(Row row) {
    return Optional.ofNullable(row.getString("transaction_hash"))
        .map(hash ->
            new ClearingFacts(
                row.getString("merkle_root"),
                hash,
                row.getLong("block_number"),
                row.getString("contract"),
                row.getLong("chain_id"),
                row.getLong("gas_used")));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
