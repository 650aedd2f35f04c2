package org.nachbarstrom.suite.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A community whose month is closed. The first of its points are producers.
 *
 * @param points accounting points
 * @param producers how many of them, at least 1; at least one point is none
 */
public record ClosingPlan(int points, int producers) {
  static final LocalDate FROM = LocalDate.of(2026, 6, 1);
  static final LocalDate UNTIL = FROM.plusMonths(1);

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(?:/([1-9][0-9]{0,5}))?");

  public ClosingPlan {
    if (producers < 1 || producers >= points) {
      throw new IllegalArgumentException(
          producers + " of " + points + " points cannot be the producers");
    }
  }

  /**
   * Reads {@code <points>} or {@code <points>/<producers>}.
   *
   * @param producers where none are given; in small communities at most half of the points
   * @throws IllegalArgumentException if it is neither
   */
  public static ClosingPlan parse(String text, int producers) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number of points, such as 1000 or 1000/100");
    }
    int points = Integer.parseInt(form.group(1));
    return new ClosingPlan(
        points,
        form.group(2) == null
            ? Math.clamp(points / 2, 1, producers)
            : Integer.parseInt(form.group(2)));
  }

  /** The month of each point, a message each. */
  Stream<StoreEvent> events() {
    return IntStream.range(0, points)
        .mapToObj(
            point -> new StoreEvent(HouseholdMonth.number(point, point < producers), FROM, UNTIL));
  }

  /** The identifier of each point, producers first. */
  List<String> identifiers() {
    return events().map(event -> HouseholdMonth.point(event.point())).toList();
  }

  /** Which way the energy of the point flows. */
  String direction(int point) {
    return HouseholdMonth.direction(HouseholdMonth.number(point, point < producers));
  }
}
