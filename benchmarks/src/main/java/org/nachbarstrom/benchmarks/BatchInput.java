package org.nachbarstrom.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.nachbarstrom.clearing.batch.BatchRules;
import org.nachbarstrom.clearing.batch.BookingLine;
import org.nachbarstrom.clearing.batch.CheckedBatch;
import org.nachbarstrom.clearing.batch.ClosingReference;
import org.nachbarstrom.clearing.batch.ControlTotals;
import org.nachbarstrom.clearing.batch.ReceivedBatch;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Booking;
import org.nachbarstrom.clearing.ledger.JournalEntry;

/**
 * A batch of 1000 bookings: ten producers feed in, ninety consumers get energy from five of them
 * and the rest from the grid, everybody pays a base fee, and tax fills up. The same on every call.
 */
final class BatchInput {
  /** Bookings of the batch. */
  static final int BOOKINGS = 1000;

  private static final int PRODUCERS = 10;
  private static final int POINTS = 100;
  private static final int SUPPLIERS = 5;
  private static final String GRID = "GRID";
  private static final long KILOWATT_HOUR = 1_000_000;

  private final SplittableRandom random = new SplittableRandom(1000);
  private final List<BookingLine> lines = new ArrayList<>();

  private BatchInput() {}

  /** The batch as settlement sends it. */
  static ReceivedBatch batch() {
    BatchInput input = new BatchInput();
    input.fill();
    return new ReceivedBatch(
        input.uuid(),
        1,
        input.uuid(),
        "FIRST",
        Optional.empty(),
        new ClosingReference(input.uuid(), 1, "bench"),
        input.lines,
        new ControlTotals(
            input.lines.size(),
            input.lines.stream().mapToLong(BookingLine::amountMicroEuro).sum(),
            input.lines.stream().mapToLong(BookingLine::energyMilliWattHours).sum()));
  }

  /** The bookings of the batch as the journal holds them. */
  static List<JournalEntry> journal(ReceivedBatch batch) {
    SplittableRandom random = new SplittableRandom(20);
    Map<AccountKey, AccountNumber> numbers = new HashMap<>();
    List<JournalEntry> entries = new ArrayList<>();
    for (Booking booking : sound(batch)) {
      entries.add(
          new JournalEntry(
              entries.size() + 1L,
              booking,
              numbers.computeIfAbsent(booking.debit(), key -> number(random)),
              numbers.computeIfAbsent(booking.credit(), key -> number(random)),
              batch.batch(),
              Instant.EPOCH));
    }
    return entries;
  }

  /** The bookings of a batch that keeps the rules. */
  static List<Booking> sound(ReceivedBatch batch) {
    return switch (BatchRules.check(batch)) {
      case CheckedBatch.Sound sound -> sound.bookings();
      case CheckedBatch.Bad bad -> throw new IllegalStateException(bad.refusal().detail());
    };
  }

  private static AccountNumber number(SplittableRandom random) {
    byte[] bytes = new byte[AccountNumber.BYTES];
    random.nextBytes(bytes);
    return AccountNumber.of(bytes);
  }

  private void fill() {
    for (int producer = 0; producer < PRODUCERS; producer++) {
      book("MEASURED_FEED_IN", producer, account(producer), GRID, 500 * KILOWATT_HOUR);
      book("SURPLUS_ENERGY", producer, GRID, account(producer), 50 * KILOWATT_HOUR);
    }
    for (int consumer = PRODUCERS; consumer < POINTS; consumer++) {
      for (int i = 0; i < SUPPLIERS; i++) {
        String producer = account((consumer + i) % PRODUCERS);
        book("SHARED_ENERGY", consumer, account(consumer), producer, 10 * KILOWATT_HOUR);
      }
      book("RESIDUAL_ENERGY", consumer, account(consumer), GRID, 200 * KILOWATT_HOUR);
    }
    for (int point = 0; point < POINTS; point++) {
      book("BASE_FEE", point, account(point), GRID, 0);
    }
    for (int i = 0; lines.size() < BOOKINGS; i++) {
      int consumer = PRODUCERS + i % (POINTS - PRODUCERS);
      String credit = i < POINTS - PRODUCERS ? GRID : account(i % PRODUCERS);
      book("VAT", consumer, account(consumer), credit, 0);
    }
  }

  /** The energy is random up to the given one. */
  private void book(String component, int point, String debit, String credit, long upTo) {
    boolean feedIn = component.equals("MEASURED_FEED_IN");
    long energy = feedIn || upTo == 0 ? upTo : random.nextLong(1, upTo);
    long amount = feedIn ? 0 : random.nextLong(1, 90_000_000);
    lines.add(new BookingLine(uuid(), component, location(point), debit, credit, amount, energy));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String account(int point) {
    return location(point) + "/party-" + point;
  }

  private static String location(int point) {
    return "5%010d".formatted(point);
  }
}
