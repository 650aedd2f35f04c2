package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ReadLimits;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketLocationId;

/** Reads what values belong to: LOC, DTM and RFF of SG6. */
final class ObjectParser {
  private static final Pattern MARKET_LOCATION = Pattern.compile("[0-9]{11}");
  private static final Pattern METERING_POINT = Pattern.compile("[0-9A-Z]{33}");
  private static final Pattern NETWORK_LOCATION = Pattern.compile("E[0-9A-Z]{10}");
  private static final Pattern TECHNICAL_RESOURCE = Pattern.compile("D[0-9A-Z]{10}");
  private static final String BALANCE_GROUP = "237";

  private final MessageSink sink;
  private final ReadLimits limits;
  private Optional<Segment> location = Optional.empty();
  private Optional<Segment> begin = Optional.empty();
  private Optional<Segment> end = Optional.empty();
  private String configuration = "";
  private String deviceNumber = "";
  private MeteredObject.Kind kind = MeteredObject.Kind.NONE;

  ObjectParser(MessageSink sink, ReadLimits limits) {
    this.sink = sink;
    this.limits = limits;
  }

  /** LOC 3225 as sent. */
  String locationText() {
    return location.map(segment -> segment.text(2, 1)).orElse("");
  }

  String deviceNumber() {
    return deviceNumber;
  }

  MeteredObject object() {
    boolean configured = kind == MeteredObject.Kind.CONFIGURATION;
    return new MeteredObject(kind, configured ? configuration : locationText());
  }

  /**
   * Reads the segments of one SG6.
   *
   * @param report whether to report what is wrong; if not, it has been
   */
  void read(List<Segment> segments, boolean report) {
    for (Segment segment : segments) {
      switch (segment.tag()) {
        case "LOC" -> {
          if (!segment.text(1, 1).equals(BALANCE_GROUP)) {
            location = Optional.of(segment);
          }
        }
        case "RFF" -> reference(segment);
        case "DTM" -> time(segment, report);
        default -> {
          // NAD and CCI say nothing beyond what the handbook checks.
        }
      }
    }
    kind = kindOf(locationText());
    if (report && kind == MeteredObject.Kind.MARKET_LOCATION && !validMarketLocation()) {
      String text = "'" + locationText() + "' is no market location: its check digit is wrong";
      location.ifPresent(at -> sink.report(FindingCode.FORMAT_VIOLATED, at, 2, 1, text));
    }
  }

  /** Requires an object that has quarter-hours. */
  void requireMetered(String checkIdentifier) {
    boolean marketLocation = kind == MeteredObject.Kind.MARKET_LOCATION;
    boolean other =
        kind == MeteredObject.Kind.METERING_POINT || kind == MeteredObject.Kind.NETWORK_LOCATION;
    if (marketLocation || (other && !checkIdentifier.equals("13025"))) {
      return;
    }
    location.ifPresent(at -> {
      String id = locationText();
      if (id.isEmpty()) {
        sink.report(FindingCode.REQUIRED_ITEM_MISSING, at, 2, 1, "the location is missing");
      } else {
        String text = "'" + id + "' does not name what " + checkIdentifier + " is about";
        sink.report(FindingCode.FORMAT_VIOLATED, at, 2, 1, text);
      }
    });
  }

  /** The transmission period; nothing if it is wrong, which is reported at the given segment. */
  Optional<Interval> period(Segment at) {
    Optional<Instant> from = begin.flatMap(SegmentTimes::instant);
    Optional<Instant> to = end.flatMap(SegmentTimes::instant);
    if (from.isEmpty() || to.isEmpty()) {
      String text = "the transmission period needs DTM+163 and DTM+164 behind LOC";
      sink.report(FindingCode.REQUIRED_ITEM_MISSING, at, 0, 0, text);
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) {
      String text = "the transmission period from " + from.get() + " to " + to.get() + " is empty";
      sink.report(FindingCode.PERIOD_EMPTY, end.orElse(at), 1, 2, text);
      return Optional.empty();
    }
    if (!Interval.isQuarterHour(from.get()) || !Interval.isQuarterHour(to.get())) {
      String text = "the transmission period must begin and end on a quarter-hour";
      sink.report(FindingCode.INTERVAL_NOT_QUARTER_HOUR, end.orElse(at), 1, 2, text);
      return Optional.empty();
    }
    long seconds = to.get().getEpochSecond() - from.get().getEpochSecond();
    if (seconds / Interval.QUARTER_HOUR.toSeconds() > limits.maxValues()) {
      sink.report(
          FindingCode.PERIOD_TOO_LONG,
          end.orElse(at),
          1,
          2,
          "a message holds at most " + limits.maxValues() + " values");
      return Optional.empty();
    }
    return Optional.of(new Interval(from.get(), to.get()));
  }

  private void reference(Segment segment) {
    switch (segment.text(1, 1)) {
      case "MG" -> deviceNumber = segment.text(1, 2);
      case "AGK" -> configuration = segment.text(1, 2);
      default -> {
        // The handbook check refuses other references.
      }
    }
  }

  private void time(Segment segment, boolean report) {
    String qualifier = segment.text(1, 1);
    boolean first = qualifier.equals("163");
    if (!first && !qualifier.equals("164")) {
      return;
    }
    if (report && (first ? begin : end).isPresent()) {
      String text = "the period has the time twice";
      sink.report(FindingCode.SEGMENT_REPEATED, segment, 0, 0, text);
    } else if (report && SegmentTimes.instant(segment).isEmpty()) {
      String text = "a time must be of format 303, not '" + segment.text(1, 2) + "'";
      sink.report(FindingCode.FORMAT_VIOLATED, segment, 1, 2, text);
    }
    if (first) {
      begin = Optional.of(segment);
    } else {
      end = Optional.of(segment);
    }
  }

  private boolean validMarketLocation() {
    return MarketLocationId.tryParse(locationText()).isPresent();
  }

  private MeteredObject.Kind kindOf(String id) {
    if (id.isEmpty()) {
      return configuration.isEmpty() ? MeteredObject.Kind.NONE : MeteredObject.Kind.CONFIGURATION;
    }
    if (MARKET_LOCATION.matcher(id).matches()) {
      return MeteredObject.Kind.MARKET_LOCATION;
    }
    if (METERING_POINT.matcher(id).matches()) {
      return MeteredObject.Kind.METERING_POINT;
    }
    if (NETWORK_LOCATION.matcher(id).matches()) {
      return MeteredObject.Kind.NETWORK_LOCATION;
    }
    return TECHNICAL_RESOURCE.matcher(id).matches()
        ? MeteredObject.Kind.TECHNICAL_RESOURCE
        : MeteredObject.Kind.OTHER;
  }
}
