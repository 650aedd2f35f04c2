package org.nachbarstrom.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One benchmark of a run.
 *
 * @param name benchmark with its parameters
 * @param runsPerSecond how often it does its work in a second
 * @param errorPercent half width of the 99.9 % confidence interval; NaN with too few iterations
 * @param works what one run does
 * @param references references of the same run
 */
record ReportLine(
    String name,
    double runsPerSecond,
    double errorPercent,
    List<Work> works,
    List<Reference> references) {
  /**
   * What one run does.
   *
   * @param amount how much
   * @param unit of what
   */
  record Work(double amount, String unit) {}

  /**
   * A reference that did the same work in the same run.
   *
   * @param name its method
   * @param runsPerSecond its score
   */
  record Reference(String name, double runsPerSecond) {}

  /** The line; a ratio above 1 means faster than the reference. */
  String text() {
    String scores =
        works.stream()
            .map(work -> number(runsPerSecond * work.amount()) + " " + work.unit() + "/s")
            .collect(Collectors.joining(", "));
    String error = Double.isNaN(errorPercent) ? "" : " ±" + number(errorPercent) + " %";
    String ratios =
        references.stream()
            .map(other -> ratio(runsPerSecond / other.runsPerSecond()) + " x " + other.name())
            .collect(Collectors.joining(", "));
    String line = String.format(Locale.ROOT, "%-40s %s%s", name, scores, error);
    return ratios.isEmpty() ? line : line + "  = " + ratios;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%,.0f", value);
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : "%.2f", value);
  }
}
