package org.nachbarstrom.metering.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.problem.Rejection;

/**
 * Collects everything that is wrong with a request before it is refused. Each reader answers
 * nothing and notes an error if the text cannot be read.
 */
public final class Input {
  private static final int MOST_DAYS = 400;

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes an error. */
  public void wrong(String pointer, String code, String detail) {
    errors.add(new FieldError(pointer, code, detail));
  }

  /** Notes errors. */
  public void wrong(List<FieldError> more) {
    errors.addAll(more);
  }

  /** Whether nothing was wrong so far. */
  public boolean good() {
    return errors.isEmpty();
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException if anything was wrong
   */
  public void refuseIfWrong(Rejection rejection) {
    if (!good()) {
      throw new ProblemException(rejection, rejection.title(), errors);
    }
  }

  /** A text that must be there. */
  public Optional<String> required(String pointer, @Nullable String text) {
    if (text == null || text.isBlank()) {
      wrong(pointer, "REQUIRED", "This member is required.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A required local date such as 2026-03-29. */
  public Optional<LocalDate> date(String pointer, @Nullable String text) {
    return required(pointer, text)
        .flatMap(
            present -> read(pointer, present, LocalDate::parse, "is no date such as 2026-03-29"));
  }

  /** A local date that may be absent. */
  public Optional<LocalDate> optionalDate(String pointer, @Nullable String text) {
    return text == null ? Optional.empty() : date(pointer, text);
  }

  /** A required instant such as 2026-03-28T23:00:00Z. */
  public Optional<Instant> instant(String pointer, @Nullable String text) {
    return required(pointer, text)
        .flatMap(present ->
            read(pointer, present, Instant::parse, "is no instant such as 2026-03-28T23:00:00Z"));
  }

  /** An instant that may be absent. */
  public Optional<Instant> optionalInstant(String pointer, @Nullable String text) {
    return text == null ? Optional.empty() : instant(pointer, text);
  }

  /** Dates from a required one to one that may be absent. */
  public Optional<DateRange> range(String pointer, @Nullable String from, @Nullable String to) {
    Optional<LocalDate> first = date(pointer + "/from", from);
    Optional<LocalDate> end = optionalDate(pointer + "/to", to);
    if (first.isEmpty() || (to != null && end.isEmpty())) {
      return Optional.empty();
    }
    if (end.isPresent() && !end.get().isAfter(first.get())) {
      wrong(
          pointer + "/to", "NOT_AFTER_FROM", "The end is exclusive and lies after the beginning.");
      return Optional.empty();
    }
    return Optional.of(new DateRange(first.get(), end.orElse(null)));
  }

  /** The period of a question: local dates from (inclusive) to (exclusive), at most 400 days. */
  public Optional<DateRange> period(@Nullable String from, @Nullable String to) {
    Optional<LocalDate> first = date("from", from);
    Optional<LocalDate> end = date("to", to);
    if (first.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(first.get(), end.get());
    if (days < 1 || days > MOST_DAYS) {
      wrong("to", "INVALID_PERIOD", "The end is exclusive, 1 to 400 days after the beginning.");
      return Optional.empty();
    }
    return Optional.of(new DateRange(first.get(), end.get()));
  }

  /** A required accounting point id. */
  public Optional<AccountingPointId> accountingPoint(String pointer, @Nullable String text) {
    return required(pointer, text)
        .flatMap(
            present -> read(pointer, present, AccountingPointId::new, "is no accounting point"));
  }

  /** A required direction. */
  public Optional<EnergyDirection> direction(String pointer, @Nullable String text) {
    return code(pointer, text, EnergyDirection.class);
  }

  /** A required constant of an enumeration. */
  public <E extends Enum<E>> Optional<E> code(
      String pointer, @Nullable String text, Class<E> type) {
    String expected = "is none of " + List.of(type.getEnumConstants());
    return required(pointer, text)
        .flatMap(present -> read(pointer, present, name -> Enum.valueOf(type, name), expected));
  }

  private <T> Optional<T> read(
      String pointer, String text, Function<String, T> reader, String expected) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      wrong(pointer, "UNREADABLE", "'" + text + "' " + expected + ".");
      return Optional.empty();
    }
  }
}
