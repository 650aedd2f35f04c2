package org.nachbarstrom.metering.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.Interval;

/**
 * A day that a version allocated.
 *
 * @param day local date
 * @param start its begin
 * @param quarterHours how many it has: 92, 96 or 100
 * @param key how was shared
 */
public record KeyDay(LocalDate day, Instant start, int quarterHours, String key) {
  /** The days one by one. */
  static List<KeyDay> of(List<ClosingInputs.KeySpan> spans, DeliveryCalendar calendar) {
    return spans.stream()
        .flatMap(span ->
            span.days()
                .from()
                .datesUntil(span.days().end().orElseThrow())
                .map(day -> of(day, calendar.of(day), span.key())))
        .toList();
  }

  static KeyDay of(LocalDate day, Interval interval, String key) {
    return new KeyDay(day, interval.start(), interval.quarterHours(), key);
  }
}
