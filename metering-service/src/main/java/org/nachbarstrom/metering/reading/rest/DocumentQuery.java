package org.nachbarstrom.metering.reading.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;

/**
 * What is asked for.
 *
 * @param objectId id of the metered object
 * @param interval period
 * @param asKnownAt absent: now
 */
record DocumentQuery(String objectId, Interval interval, Optional<Instant> asKnownAt) {
  private static final Duration LONGEST = Duration.ofDays(1100);

  /** The object as a market location or metering point, or a refusal if it is neither. */
  MeteredObject accountingPoint() {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("/object", objectId);
    input.refuseIfWrong(ReadingRejection.INVALID_READING_QUERY);
    return MeteredObject.of(point.orElseThrow());
  }

  /** Reads the parameters or refuses them with all their errors. */
  static DocumentQuery of(
      @Nullable String object,
      @Nullable String from,
      @Nullable String to,
      @Nullable String asKnownAt) {
    Input input = new Input();
    Optional<String> objectId = input.required("object", object);
    Optional<Instant> start = input.instant("from", from);
    Optional<Instant> end = input.instant("to", to);
    Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
    if (start.isPresent()
        && end.isPresent()
        && (!start.get().isBefore(end.get())
            || Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0)) {
      input.wrong("to", "INVALID_PERIOD", "To is after from, by at most 1100 days.");
    }
    input.refuseIfWrong(ReadingRejection.INVALID_READING_QUERY);
    return new DocumentQuery(
        objectId.orElseThrow(), new Interval(start.orElseThrow(), end.orElseThrow()), known);
  }
}
