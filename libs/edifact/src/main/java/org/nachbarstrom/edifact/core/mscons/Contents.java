package org.nachbarstrom.edifact.core.mscons;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Makes what a message says out of its parts, by its use. */
final class Contents {
  private static final int MILLI_WATT_HOURS_SCALE = 6;

  private Contents() {}

  /** The content; nothing if a part is missing. */
  static Optional<MsconsContent> of(Use use, MsconsHead head, DetailParser detail) {
    MeteredObject object = detail.object().object();
    return switch (use) {
      case LOAD_PROFILE ->
          detail.period().map(period -> new LoadProfile(head, object, period, detail.series()));
      case KIND_2 -> Optional.of(secondKind(head, object, detail));
      case READINGS ->
          Optional.of(
              new RegisterReadings(head, object, detail.object().deviceNumber(), detail.lines()));
      case QUANTITIES -> Optional.of(new EnergyQuantities(head, object, detail.lines()));
      case CANCELLATION -> head.reference("ACW").map(document -> new Cancellation(head, document));
      case OTHER -> Optional.of(new OtherSeries(head, object, detail.lines()));
    };
  }

  /** Values of kind 2: a load profile, readings, or both kinds of values together. */
  private static MsconsContent secondKind(
      MsconsHead head, MeteredObject object, DetailParser detail) {
    List<RegisterSeries> series = detail.series();
    List<ValueLine> lines = detail.lines();
    if (lines.isEmpty() && series.stream().map(RegisterSeries::period).distinct().count() == 1) {
      return new LoadProfile(head, object, series.getFirst().period(), series);
    }
    if (series.isEmpty() && lines.stream().allMatch(Contents::ofMoments)) {
      return new RegisterReadings(head, object, detail.object().deviceNumber(), lines);
    }
    List<ValueLine> all = new ArrayList<>(lines);
    series.forEach(one -> all.add(line(one)));
    return new OtherSeries(head, object, all);
  }

  private static boolean ofMoments(ValueLine line) {
    return line.values().stream().allMatch(value -> value.time() instanceof ValueTime.Moment);
  }

  private static ValueLine line(RegisterSeries series) {
    List<MeteredValue> values = new ArrayList<>(series.size());
    Instant start = series.period().start();
    for (int i = 0; i < series.size(); i++) {
      Instant end = start.plus(Interval.QUARTER_HOUR);
      values.add(
          new MeteredValue(
              BigDecimal.valueOf(series.milliWattHours(i), MILLI_WATT_HOURS_SCALE),
              "",
              code(series.quality(i)),
              series.quality(i),
              new ValueTime.Span(new Interval(start, end)),
              series.status(i)));
      start = end;
    }
    return new ValueLine(series.obis().toString(), "SRW", values);
  }

  private static String code(ValueQuality quality) {
    return switch (quality) {
      case MEASURED -> "220";
      case SUBSTITUTE -> "67";
      case PROVISIONAL -> "Z18";
      case PROPOSED -> "201";
      case UNUSABLE -> "20";
      case FORECAST -> "187";
      case MISSING -> "Z30";
    };
  }
}
