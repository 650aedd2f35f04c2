package org.nachbarstrom.metering.upload.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the times of rows: texts of one format, or days as workbooks count them. */
final class TimeText {
  /** Name of the format of ISO 8601, with offset or without. */
  static final String ISO = "ISO";

  private static final int LONGEST_PATTERN = 60;
  private static final Pattern ZONE_NAME = Pattern.compile("[Vvz]");
  private static final String END_OF_DAY = "24:00";
  private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal LATEST_DAY = BigDecimal.valueOf(200_000);

  private final DateTimeFormatter format;
  private final boolean iso;

  private TimeText(DateTimeFormatter format, boolean iso) {
    this.format = format;
    this.iso = iso;
  }

  /** What a time says: an instant, or a local time. */
  sealed interface Time {
    /** With offset. */
    record Exact(Instant instant) implements Time {}

    /** Without. */
    record Local(LocalDateTime local) implements Time {}
  }

  /**
   * The reader of a format.
   *
   * @throws IllegalArgumentException if it is no pattern
   */
  static TimeText of(String pattern) {
    if (pattern.equals(ISO)) {
      return new TimeText(
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss[.SSS]][XXX]", Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT),
          true);
    }
    if (pattern.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException("longer than " + LONGEST_PATTERN);
    }
    if (namesZone(pattern)) {
      // A name such as CET is no offset, and would be passed over in favour of the mapping's zone.
      throw new IllegalArgumentException("names of zones are not read");
    }
    // "y" is the year of an era, which a strict reader does not take for a year.
    return new TimeText(
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT),
        false);
  }

  /** What stands between quotes is text. */
  private static boolean namesZone(String pattern) {
    String[] parts = pattern.split("'", -1);
    return IntStream.range(0, parts.length)
        .anyMatch(part -> part % 2 == 0 && ZONE_NAME.matcher(parts[part]).find());
  }

  /** Reads a text, if it is of the format. Midnight may be 24:00 of the day before. */
  Optional<Time> read(String text) {
    String normal = iso ? text.replace(' ', 'T') : text;
    Optional<Time> time = strict(normal);
    if (time.isEmpty() && normal.contains(END_OF_DAY)) {
      return strict(normal.replace(END_OF_DAY, "00:00")).map(TimeText::dayLater);
    }
    return time;
  }

  private Optional<Time> strict(String text) {
    try {
      TemporalAccessor parsed = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime exact
              ? new Time.Exact(exact.toInstant())
              : new Time.Local(LocalDateTime.from(parsed)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Time dayLater(Time time) {
    return switch (time) {
      case Time.Exact exact -> new Time.Exact(exact.instant().plusSeconds(86_400));
      case Time.Local local -> new Time.Local(local.local().plusDays(1));
    };
  }

  /**
   * Reads days as workbooks count them, to the next second: they are binary fractions of a day.
   *
   * @param dayZero from which they are counted
   */
  static Optional<Time> ofDays(BigDecimal days, LocalDate dayZero) {
    if (days.signum() < 0 || days.compareTo(LATEST_DAY) > 0) {
      return Optional.empty();
    }
    long seconds =
        days.multiply(SECONDS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return Optional.of(new Time.Local(dayZero.atStartOfDay().plusSeconds(seconds)));
  }
}
