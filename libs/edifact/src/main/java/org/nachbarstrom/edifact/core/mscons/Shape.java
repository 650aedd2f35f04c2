package org.nachbarstrom.edifact.core.mscons;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.syntax.SegmentCopy;
import org.nachbarstrom.edifact.core.syntax.SegmentView;
import org.nachbarstrom.edifact.core.syntax.Tag;
import org.nachbarstrom.quantities.ValueQuality;

/** What values of the same codes, qualifiers, order and formats have in common. */
final class Shape {
  private static final long BEGIN = SegmentView.code("163");
  private static final long END = SegmentView.code("164");
  private static final long FORMAT_303 = SegmentView.code("303");
  private static final int INTERVAL_SEGMENTS = 3;

  private final long[] key;
  private final String code;
  private final String unit;
  private final ValueQuality quality;
  private final ValueStatus status;
  private final @Nullable ValueRule rule;
  private final long codeKey;
  private final byte[][] statusSegments;
  private final boolean interval;
  private boolean clean;

  private Shape(ValueGroup group, @Nullable ValueRule rule) {
    SegmentCopy quantity = group.get(0);
    this.key = Arrays.copyOf(group.key(), group.keyLength());
    this.code = quantity.text(1, 1);
    this.unit = quantity.text(1, 3);
    this.quality = qualityOf(code);
    this.status = StatusReader.read(group);
    this.rule = rule;
    this.codeKey = quantity.code(1, 1);
    this.interval = group.keyed() && isInterval(group);
    this.statusSegments = interval ? statusSegments(group) : new byte[0][];
  }

  /** The shape of a value with the rule that its like is held to, if any. */
  static Shape of(ValueGroup group, @Nullable ValueRule rule) {
    return new Shape(group, rule);
  }

  boolean matches(ValueGroup group) {
    return group.keyed() && Arrays.equals(key, 0, key.length, group.key(), 0, group.keyLength());
  }

  /** QTY 6063. */
  String code() {
    return code;
  }

  /** QTY 6411. */
  String unit() {
    return unit;
  }

  ValueQuality quality() {
    return quality;
  }

  ValueStatus status() {
    return status;
  }

  @Nullable ValueRule rule() {
    return rule;
  }

  /** Values of this shape have been taken without a finding. */
  void markClean() {
    clean = true;
  }

  /** Whether values may be recognised as a whole: an interval in the usual order, then statuses. */
  boolean recognisable() {
    return clean && interval && rule != null;
  }

  /** QTY 6063 as {@link SegmentView#code(String)} gives it. */
  long codeKey() {
    return codeKey;
  }

  /** The bytes of each STS with its terminator, default service characters. */
  byte[][] statusSegments() {
    return statusSegments;
  }

  private static boolean isInterval(ValueGroup group) {
    if (group.size() < INTERVAL_SEGMENTS || group.get(0).totalComponents() != 3) {
      return false;
    }
    boolean times =
        isTime(group.get(1), BEGIN) && isTime(group.get(2), END) && group.get(0).tag() == Tag.QTY;
    for (int i = INTERVAL_SEGMENTS; i < group.size(); i++) {
      times &= group.get(i).tag() == Tag.STS;
    }
    return times;
  }

  private static boolean isTime(SegmentCopy segment, long qualifier) {
    return segment.tag() == Tag.DTM
        && segment.code(1, 1) == qualifier
        && segment.code(1, 3) == FORMAT_303;
  }

  private static byte[][] statusSegments(ValueGroup group) {
    List<byte[]> segments = new ArrayList<>();
    for (int i = INTERVAL_SEGMENTS; i < group.size(); i++) {
      String text = group.get(i).toSegment().raw() + "'";
      segments.add(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return segments.toArray(byte[][]::new);
  }

  private static ValueQuality qualityOf(String code) {
    return switch (code) {
      case "67" -> ValueQuality.SUBSTITUTE;
      case "Z18" -> ValueQuality.PROVISIONAL;
      case "201" -> ValueQuality.PROPOSED;
      case "20" -> ValueQuality.UNUSABLE;
      case "187" -> ValueQuality.FORECAST;
      case "Z30" -> ValueQuality.MISSING;
      default -> ValueQuality.MEASURED;
    };
  }
}
