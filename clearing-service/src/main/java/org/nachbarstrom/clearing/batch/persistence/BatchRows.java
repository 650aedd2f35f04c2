package org.nachbarstrom.clearing.batch.persistence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.clearing.batch.Alarm;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchCounts;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.BatchState;
import org.nachbarstrom.clearing.batch.ClosingReference;
import org.nachbarstrom.clearing.batch.Refusal;

/** Rows of the table {@code batch} as records. */
final class BatchRows {
  static final String BATCHES =
      """
      select position, id, sequence, state, community, closing, closing_version, bookings,
             refusal_code, refusal_detail, ledger_sequence, merkle_root, transaction_hash,
             block_number, gas_used, contract, chain_id, alarm_code, alarm_detail, traceparent,
             received_at, posted_at, anchored_at
        from batch
      """;

  private BatchRows() {}

  static BatchRecord batch(Row row) {
    return new BatchRecord(
        row.getLong("position"),
        row.getUUID("id"),
        row.getLong("sequence"),
        new ClosingReference(
            row.getUUID("closing"), row.getInteger("closing_version"), row.getString("community")),
        row.getInteger("bookings"),
        instant(row, "received_at"),
        row.getString("traceparent"),
        progress(row));
  }

  private static BatchProgress progress(Row row) {
    return switch (BatchState.valueOf(row.getString("state"))) {
      case RECEIVED -> new BatchProgress.Received();
      case POSTED ->
          new BatchProgress.Posted(
              row.getLong("ledger_sequence"), instant(row, "posted_at"), alarm(row));
      case ANCHORED ->
          new BatchProgress.Anchored(
              row.getLong("ledger_sequence"), instant(row, "posted_at"), anchor(row));
      case REFUSED ->
          new BatchProgress.Refused(
              new Refusal(row.getString("refusal_code"), row.getString("refusal_detail")));
    };
  }

  private static Optional<Alarm> alarm(Row row) {
    return Optional.ofNullable(row.getString("alarm_code"))
        .map(code -> new Alarm(code, row.getString("alarm_detail")));
  }

  private static Anchor anchor(Row row) {
    return new Anchor(
        row.getString("merkle_root"),
        row.getString("transaction_hash"),
        row.getLong("block_number"),
        row.getLong("gas_used"),
        row.getString("contract"),
        row.getLong("chain_id"),
        instant(row, "anchored_at"));
  }

  static BatchCounts counts(Row row) {
    return new BatchCounts(
        row.getLong("received"),
        row.getLong("posted"),
        row.getLong("anchored"),
        row.getLong("refused"),
        row.getLong("last_block"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
