package org.nachbarstrom.edifact.core.mscons;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * One value with its interval and status (SG10: QTY, DTM, STS). The order of DTM and STS is free,
 * so the group is judged when the next begins.
 */
final class QuantityGroup {
  private static final long TRUE_VALUE = SegmentReader.code("220");
  private static final long SUBSTITUTE = SegmentReader.code("67");
  private static final long PROVISIONAL = SegmentReader.code("Z18");
  private static final long BEGIN = SegmentReader.code("163");
  private static final long END = SegmentReader.code("164");
  private static final long FORMAT_303 = SegmentReader.code("303");
  private static final long METHOD = SegmentReader.code("Z32");
  private static final long REASON = SegmentReader.code("Z40");

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final EdifactTime times;
  private final EnergyField energy;
  private @Nullable ValueQuality quality;
  private boolean open;
  private boolean method;
  private boolean reason;
  private long from;
  private long to;
  private boolean fromSeen;
  private boolean toSeen;
  private int segmentNumber;

  QuantityGroup(InterchangeReader reader, EdifactTime times) {
    this.reader = reader;
    this.segment = reader.segment();
    this.times = times;
    this.energy = new EnergyField(reader.options().lenient());
  }

  /** QTY begins a group. */
  void qty() {
    open = true;
    segmentNumber = reader.segmentNumber();
    method = false;
    reason = false;
    fromSeen = false;
    toSeen = false;
    quality = qualityOf(segment.code(1, 1));
    if (quality == null) {
      String text = "a value is 220, 67 or Z18 here, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
    }
    FindingCode problem = energy.read(segment, 1, 2);
    if (problem != null) {
      reader.report(problem, 1, 2, "the value '" + segment.text(1, 2) + "' cannot be taken");
    }
    if (segment.length(1, 3) > 0) {
      String text = "the unit follows from the OBIS code and must be empty";
      reader.report(FindingCode.FORMAT_VIOLATED, 1, 3, text);
    }
  }

  /** DTM of the group. */
  void dtm() {
    long qualifier = segment.code(1, 1);
    if (qualifier != BEGIN && qualifier != END) {
      String text = "an interval has 163 and 164, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
      return;
    }
    boolean begin = qualifier == BEGIN;
    if (begin ? fromSeen : toSeen) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "a value has the time twice");
      return;
    }
    long time = time();
    if (begin) {
      fromSeen = true;
      from = time;
    } else {
      toSeen = true;
      to = time;
    }
  }

  /** STS of the group. */
  void sts() {
    long category = segment.code(1, 1);
    method |= category == METHOD;
    reason |= category == REASON;
  }

  /** Ends the group; whether it has an interval. What is wrong with it is reported. */
  boolean finish() {
    if (!open) {
      return false;
    }
    open = false;
    if (quality == ValueQuality.SUBSTITUTE && !(method && reason)) {
      report(
          FindingCode.SUBSTITUTE_UNEXPLAINED,
          "a substitute value needs STS+Z32 (method) and STS+Z40 (reason)");
    }
    if (!fromSeen || !toSeen) {
      report(FindingCode.REQUIRED_ITEM_MISSING, "the value needs DTM+163 and DTM+164");
      return false;
    }
    return from != EdifactTime.INVALID && to != EdifactTime.INVALID;
  }

  /** Start of the interval, seconds since 1970. */
  long from() {
    return from;
  }

  /** End of the interval, seconds since 1970. */
  long to() {
    return to;
  }

  /** Energy in 10⁻⁶ kWh; means nothing if the value was reported. */
  long milliWattHours() {
    return energy.milliWattHours();
  }

  /** Quality; UNUSABLE if it was reported. */
  ValueQuality quality() {
    return quality == null ? ValueQuality.UNUSABLE : quality;
  }

  /** Reports something about the value. */
  void report(FindingCode code, String text) {
    reader.report(code, reader.position(segmentNumber, "QTY", 0, 0), text);
  }

  private long time() {
    long time =
        segment.code(1, 3) == FORMAT_303 ? times.epochSecond(segment, 1, 2) : EdifactTime.INVALID;
    if (time == EdifactTime.INVALID) {
      String text = "a time must be of format 303, not '" + segment.text(1, 2) + "'";
      reader.report(FindingCode.FORMAT_VIOLATED, 1, 2, text);
    }
    return time;
  }

  private static @Nullable ValueQuality qualityOf(long code) {
    if (code == TRUE_VALUE) {
      return ValueQuality.MEASURED;
    }
    if (code == SUBSTITUTE) {
      return ValueQuality.SUBSTITUTE;
    }
    return code == PROVISIONAL ? ValueQuality.PROVISIONAL : null;
  }
}
