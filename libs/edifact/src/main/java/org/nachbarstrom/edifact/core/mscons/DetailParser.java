package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;

/** The detail section of an MSCONS: one object, its registers with their values. */
final class DetailParser {
  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final MessageSink sink;
  private final PrecedentCheck check;
  private final HeadParser head;
  private final Use use;
  private final ObjectParser object;
  private final DocumentValues document;
  private final LineReader values;
  private final List<Segment> pending = new ArrayList<>();
  private final List<RegisterSeries> series = new ArrayList<>();
  private final List<ValueLine> lines = new ArrayList<>();
  private Optional<Interval> period = Optional.empty();
  private @Nullable ProfileLine profile;
  private String product = "";
  private String productType = "";
  private boolean inLine;
  private boolean lineBegun;
  private int parties;
  private int budget;

  DetailParser(
      MessageSink sink, PrecedentCheck check, HeadParser head, Use use, boolean recognise) {
    this.reader = sink.reader();
    this.segment = reader.segment();
    this.sink = sink;
    this.check = check;
    this.head = head;
    this.use = use;
    this.object = new ObjectParser(sink, reader.options().limits());
    this.document = new DocumentValues(use);
    this.values = new LineReader(sink, check, document, recognise);
    this.budget = reader.options().limits().maxValues();
  }

  ObjectParser object() {
    return object;
  }

  /** The transmission period of a load profile. */
  Optional<Interval> period() {
    return period;
  }

  /** Registers of quarter-hours. */
  List<RegisterSeries> series() {
    return series;
  }

  /** Other lines. */
  List<ValueLine> lines() {
    return lines;
  }

  /**
   * Takes the current segment, which is allowed here.
   *
   * @return false if the rest of the message makes no sense
   */
  boolean segment(Place place) {
    return switch (place) {
      case NAD -> party();
      case LOC -> location();
      case PERIOD, DETAIL_RFF, CCI, PIA -> keep();
      case LIN -> line();
      default -> {
        beginValues();
        yield (use != Use.LOAD_PROFILE || period.isPresent()) && values.segment();
      }
    };
  }

  /** Ends the section. */
  void finish() {
    endLine();
    if (!inLine) {
      endObject();
    }
    check.finish();
    if (series.isEmpty() && lines.isEmpty() && use != Use.CANCELLATION && sink.count() == 0) {
      Segment before = new Segment(reader.segmentNumber() - 1, "", List.of());
      Segment missing = new Segment(0, "LIN", List.of());
      String text = "the message has no register (LIN)";
      sink.missing(FindingCode.REQUIRED_ITEM_MISSING, before, missing, text);
    }
  }

  /** The message had no finding at all. */
  void keepPrecedent() {
    check.keep();
  }

  private boolean party() {
    if (++parties > 1) {
      repeated("a message has one NAD of SG5");
      return false;
    }
    return keep();
  }

  private boolean location() {
    if (inLine) {
      repeated("a message has one object with lines");
      return false;
    }
    if (!object.locationText().isEmpty() || pending.size() > 1) {
      endObject();
    }
    return keep();
  }

  private void repeated(String text) {
    sink.report(FindingCode.REPETITION_EXCEEDED, sink.copy(), 0, 0, text);
  }

  private boolean keep() {
    if (pending.size() >= reader.options().limits().maxHeadSegments()) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "there are too many segments before LIN");
      return false;
    }
    pending.add(sink.copy());
    return true;
  }

  private void endObject() {
    if (pending.isEmpty()) {
      return;
    }
    int before = sink.count();
    List<Segment> segments = List.copyOf(pending);
    pending.clear();
    check.object(segments);
    object.read(segments, sink.count() == before);
  }

  private boolean line() {
    if (inLine) {
      endLine();
    } else {
      endObject();
      inLine = true;
      if (!beginLines()) {
        return false;
      }
    }
    if (--budget < 0) {
      reportTooMany();
      return false;
    }
    return keep();
  }

  private boolean beginLines() {
    if (use != Use.LOAD_PROFILE) {
      return true;
    }
    if (sink.count() == 0) {
      object.requireMetered(head.checkIdentifier());
    }
    period = object.period(Segment.copyOf(segment, reader.segmentNumber()));
    return period.isPresent();
  }

  /** The first value of a line: LIN and PIA are complete. */
  private void beginValues() {
    if (pending.isEmpty()) {
      return;
    }
    List<Segment> segments = List.copyOf(pending);
    pending.clear();
    int before = sink.count();
    check.line(segments);
    boolean report = sink.count() == before;
    product = "";
    productType = "";
    for (Segment named : segments) {
      if (named.tag().equals("PIA")) {
        product = named.text(2, 1);
        productType = named.text(2, 2);
      }
    }
    lineBegun = true;
    profile = null;
    if (product.isEmpty() && report) {
      String text = "PIA with the OBIS code is missing";
      sink.report(FindingCode.REQUIRED_ITEM_MISSING, segments.getLast(), 0, 0, text);
    }
    openLine(segments.getLast(), report && !product.isEmpty());
  }

  private void openLine(Segment named, boolean report) {
    Optional<ObisCode> obis =
        productType.equals("SRW") ? ObisCode.tryParse(product) : Optional.empty();
    document.register(obis);
    Optional<ObisCode> quarterHours = obis.filter(DetailParser::quarterHours);
    if (use == Use.LOAD_PROFILE) {
      openProfile(named, quarterHours, report);
    } else if (use == Use.KIND_2 && quarterHours.isPresent() && unknown(quarterHours.get())) {
      profile =
          new ProfileLine(
              sink, SeriesBuilder.open(quarterHours.get(), budget), null, messageTime());
    }
    ProfileLine line = profile;
    if (line != null) {
      values.begin(line);
    } else if (use == Use.LOAD_PROFILE) {
      values.beginRefused();
    } else {
      values.begin(budget);
    }
  }

  private void openProfile(Segment named, Optional<ObisCode> obis, boolean report) {
    if (period.isEmpty()) {
      return;
    }
    if (obis.isEmpty()) {
      if (report) {
        String text = "'" + product + "' is no load profile of electricity, 1-b:1.29.0 to 8.29.0";
        sink.report(FindingCode.OBIS_NOT_IMPORTED, named, 2, 1, text);
      }
    } else if (!unknown(obis.get())) {
      String text = "the register " + product + " comes twice in the message";
      sink.report(FindingCode.REPETITION_EXCEEDED, named, 2, 1, text);
    } else if ((series.size() + 1L) * period.get().quarterHours()
        > reader.options().limits().maxValues()) {
      reportTooMany();
    } else {
      SeriesBuilder builder = SeriesBuilder.within(obis.get(), period.get());
      profile = new ProfileLine(sink, builder, period.get(), messageTime());
    }
  }

  private long messageTime() {
    return head.messageTime().map(time -> time.getEpochSecond()).orElse(Long.MAX_VALUE);
  }

  private boolean unknown(ObisCode obis) {
    return series.stream().noneMatch(other -> other.obis().sameRegister(obis));
  }

  private static boolean quarterHours(ObisCode obis) {
    boolean energy = obis.quantity() >= 1 && obis.quantity() <= 8;
    return obis.medium() == 1 && energy && obis.isLoadProfile() && obis.tariff() == 0;
  }

  private void reportTooMany() {
    String limit = "a message holds at most " + reader.options().limits().maxValues() + " values";
    reader.report(FindingCode.PERIOD_TOO_LONG, 0, 0, limit);
  }

  private void endLine() {
    if (!inLine) {
      return;
    }
    beginValues();
    values.endValue();
    ProfileLine line = profile;
    if (line != null) {
      endProfile(line.series());
    } else if (lineBegun && use != Use.LOAD_PROFILE) {
      budget -= values.values().size();
      lines.add(new ValueLine(product, productType, values.values()));
    }
    profile = null;
    lineBegun = false;
  }

  private void endProfile(SeriesBuilder finished) {
    if (finished.missing() > 0) {
      String text =
          "%s lacks %d quarter-hours, first %s"
              .formatted(finished.obis(), finished.missing(), finished.firstGap());
      reader.report(FindingCode.SERIES_INCOMPLETE, 0, 0, text);
    }
    if (finished.size() > 0) {
      budget -= use == Use.KIND_2 ? finished.size() : 0;
      series.add(finished.build());
    }
  }
}
