package org.nachbarstrom.metering.sharing.rest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.DateRange;

/** The period of a question. */
final class Period {
  private static final int MOST_DAYS = 400;

  private Period() {}

  /** Local dates from (inclusive) to (exclusive), at most 400 days. */
  static Optional<DateRange> read(Input input, @Nullable String from, @Nullable String to) {
    Optional<LocalDate> first = input.date("from", from);
    Optional<LocalDate> end = input.date("to", to);
    if (first.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(first.get(), end.get());
    if (days < 1 || days > MOST_DAYS) {
      input.wrong(
          "to", "INVALID_PERIOD", "The end is exclusive, 1 to 400 days after the beginning.");
      return Optional.empty();
    }
    return Optional.of(new DateRange(first.get(), end.get()));
  }
}
