package org.nachbarstrom.e2e;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of uploads. */
final class MeterLines {
  private MeterLines() {}

  /** Values in kWh from the begin of a UTC day on. */
  static String values(String point, String direction, LocalDate day, List<BigDecimal> values) {
    return values(point, direction, day.atStartOfDay().toInstant(ZoneOffset.UTC), values);
  }

  /** Values in kWh from an instant on. */
  static String values(String point, String direction, Instant start, List<BigDecimal> values) {
    return """
    {"accountingPoint":"%s","direction":"%s","start":"%s","quality":"MEASURED","values":[%s]}
    """
        .formatted(
            point,
            direction,
            start,
            values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")));
  }

  /** A reading of 1 kWh at the begin of a UTC day. */
  static String reading(String meteringPoint, LocalDate day) {
    return """
    {"meteringPoint":"%s","obis":"1-1:1.8.0","deviceNumber":"1APA0123456789","quality":"MEASURED",\
    "readings":[{"at":"%sT00:00:00Z","value":1}]}
    """
        .formatted(meteringPoint, day);
  }
}
