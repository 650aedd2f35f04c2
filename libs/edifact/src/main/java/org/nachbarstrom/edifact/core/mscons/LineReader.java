package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.Tag;

/** Reads the values of a line (SG10), those of load profiles as a whole where that is possible. */
final class LineReader {
  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final MessageSink sink;
  private final PrecedentCheck check;
  private final DocumentValues document;
  private final ValueGroup group;
  private final ValueFields fields;
  private final ShapeMemo shapes = new ShapeMemo();
  private final PlainIntervals plain;
  private final boolean recognise;
  private @Nullable ProfileLine profile;
  private List<MeteredValue> values = new ArrayList<>();
  private int budget;
  private boolean refused;

  /**
   * A reader of lines.
   *
   * @param recognise whether values are recognised as a whole; the outcome is the same
   */
  LineReader(MessageSink sink, PrecedentCheck check, DocumentValues document, boolean recognise) {
    this.reader = sink.reader();
    this.document = document;
    this.segment = reader.segment();
    this.sink = sink;
    this.check = check;
    this.group = new ValueGroup(reader.options().limits().maxHeadSegments());
    this.fields = new ValueFields(reader);
    this.plain = new PlainIntervals(reader);
    this.recognise = recognise && plain.applicable();
    group.clear();
  }

  /** Begins a line of a load profile. */
  void begin(ProfileLine line) {
    begin(0);
    profile = line;
  }

  /** Begins a line that has been refused: its values are checked, none is kept. */
  void beginRefused() {
    begin(0);
    refused = true;
  }

  /** Begins a line of which at most so many values are kept. */
  void begin(int maxValues) {
    shapes.clear();
    profile = null;
    refused = false;
    values = new ArrayList<>();
    budget = maxValues;
  }

  /** The values of the line, unless it is one of a load profile. */
  List<MeteredValue> values() {
    return values;
  }

  /**
   * Takes the current segment: QTY, DTM or STS.
   *
   * @return false if the rest of the message makes no sense
   */
  boolean segment() {
    if (segment.tag() == Tag.QTY && !endValue()) {
      return false;
    }
    if (!group.add(segment, reader.segmentNumber())) {
      String text = "a value has too many segments";
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, text);
      return false;
    }
    if (atPlainValues()) {
      runPlain();
    }
    return true;
  }

  /** Whether the value is complete and others follow that may be recognised. */
  private boolean atPlainValues() {
    if (!recognise || profile == null || segment.tag() == Tag.QTY) {
      return false;
    }
    int end = segment.windowEnd();
    int start = PlainBytes.skipBreaks(segment.window(), segment.windowStart(), end);
    return PlainBytes.quantityFollows(segment.window(), start, end);
  }

  /**
   * Takes the value now, and those that follow, if there is nothing to report about it. Else it is
   * ended as it always is, so that findings do not depend on how much is in memory.
   */
  private void runPlain() {
    ProfileLine line = profile;
    Shape known = shapes.find(group);
    ValueRule rule = known == null ? null : known.rule();
    if (line == null || known == null || rule == null || !known.recognisable()) {
      return;
    }
    fields.read(group);
    if (fields.heldBy(rule) && line.takeQuietly(fields, known)) {
      group.clear();
      plain.run(shapes, line);
    }
  }

  /** Ends the value that was begun, if any; false if there are too many. */
  boolean endValue() {
    if (group.isEmpty()) {
      return true;
    }
    fields.read(group);
    int before = sink.count();
    Shape shape = judge();
    boolean clean = sink.count() == before;
    if (clean) {
      reportProblems();
      clean = sink.count() == before;
    }
    ProfileLine line = profile;
    if (line != null) {
      line.take(group, fields, shape, clean);
    } else if (clean && !keep(shape)) {
      return false;
    }
    if (sink.count() == before) {
      shape.markClean();
    }
    group.clear();
    return true;
  }

  /** Holds the value to the rule of its like, or has it judged. */
  private Shape judge() {
    Shape known = shapes.find(group);
    if (known != null) {
      ValueRule rule = known.rule();
      if (rule == null || !fields.heldBy(rule)) {
        check.value(group.segments());
      }
      return known;
    }
    Shape shape = check.repeated(group, fields);
    if (shape == null) {
      Optional<ValueRule> rule = check.value(group.segments());
      shape = Shape.of(group, rule.orElse(null));
      check.judged(shape);
    }
    if (group.keyed()) {
      shapes.add(shape);
    }
    return shape;
  }

  private void reportProblems() {
    for (ValueFields.Problem problem : fields.problems()) {
      sink.report(
          problem.code(),
          group.get(problem.index()).toSegment(),
          problem.element(),
          problem.component(),
          problem.text());
    }
  }

  private void reportValue(FindingCode wrong) {
    String text =
        wrong == FindingCode.INTERVAL_REPEATED
            ? "the register has another value for the same time"
            : "the value '" + group.get(0).text(1, 2) + "' cannot be taken";
    sink.report(wrong, group.get(0).toSegment(), 1, 2, text);
  }

  private boolean keep(Shape shape) {
    if (refused) {
      return true;
    }
    boolean began = fields.from() != EdifactTime.INVALID;
    boolean ended = fields.to() != EdifactTime.INVALID;
    if (began != ended) {
      String text = "an interval needs DTM+163 and DTM+164";
      sink.report(FindingCode.REQUIRED_ITEM_MISSING, group.get(0).toSegment(), 0, 0, text);
      return true;
    }
    if (began && fields.to() <= fields.from()) {
      String text = "the interval of the value is empty";
      sink.report(FindingCode.INTERVAL_EMPTY, group.get(0).toSegment(), 0, 0, text);
      return true;
    }
    if (values.size() >= budget) {
      String most = reader.options().limits().maxValues() + " values";
      String text = "a message holds at most " + most;
      sink.report(FindingCode.PERIOD_TOO_LONG, group.get(0).toSegment(), 0, 0, text);
      return false;
    }
    ValueTime time = fields.time();
    FindingCode wrong = document.take(fields.number(), time);
    if (wrong != null) {
      reportValue(wrong);
      return true;
    }
    values.add(
        new MeteredValue(
            fields.number().number(),
            shape.unit(),
            shape.code(),
            shape.quality(),
            time,
            shape.status()));
    return true;
  }
}
