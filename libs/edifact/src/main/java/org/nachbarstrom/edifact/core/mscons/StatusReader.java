package org.nachbarstrom.edifact.core.mscons;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.syntax.SegmentCopy;
import org.nachbarstrom.edifact.core.syntax.Tag;

/** Reads the STS of a value. */
final class StatusReader {
  private final List<String> plausibility = new ArrayList<>();
  private final List<String> basis = new ArrayList<>();
  private String method = "";
  private String correction = "";
  private String reason = "";
  private String gasQuality = "";

  private StatusReader() {}

  /** The status of a value; {@link ValueStatus#NONE} itself where there is none. */
  static ValueStatus read(ValueGroup group) {
    StatusReader reader = new StatusReader();
    boolean any = false;
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i).tag() == Tag.STS) {
        reader.add(group.get(i));
        any = true;
      }
    }
    return any ? reader.status() : ValueStatus.NONE;
  }

  private void add(SegmentCopy segment) {
    String code = segment.text(3, 1);
    switch (segment.text(1, 1)) {
      case "Z33" -> plausibility.add(code);
      case "Z32" -> method = code;
      case "Z34" -> correction = code;
      case "Z40" -> reason = code;
      case "Z31" -> gasQuality = code;
      case "10" -> basis.add(segment.text(2, 1));
      default -> {
        // The handbook check refuses other categories.
      }
    }
  }

  private ValueStatus status() {
    return new ValueStatus(plausibility, method, correction, reason, gasQuality, basis);
  }
}
