package org.nachbarstrom.edifact.core.aperak;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Gathers one error of an APERAK: ERC and what follows it. */
final class ErrorParser {
  private static final int MAX_TEXTS = 5;

  private final String code;
  private final List<String> deviation = new ArrayList<>();
  private final List<String> description = new ArrayList<>();
  private String segmentName = "";
  private String segmentText = "";
  private String nextGridOperator = "";

  ErrorParser(String code) {
    this.code = code;
  }

  /** Takes an FTX; false if APERAK has none of this kind. */
  boolean text(SegmentReader segment) {
    switch (segment.text(1, 1)) {
      case "ABO" -> texts(segment, deviation);
      case "AAO" -> texts(segment, description);
      case "Z02" -> {
        segmentName = segment.text(4, 1);
        segmentText = rest(segment);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  void nextGridOperator(String partner) {
    nextGridOperator = partner;
  }

  AperakError build() {
    return new AperakError(
        code, deviation, description, segmentName, segmentText, nextGridOperator);
  }

  private static void texts(SegmentReader segment, List<String> texts) {
    int sent = Math.min(segment.componentCount(4), MAX_TEXTS);
    for (int component = 1; component <= sent && texts.size() < MAX_TEXTS; component++) {
      texts.add(segment.text(4, component));
    }
  }

  /** The text behind the name, put together again where its separators were not released. */
  private static String rest(SegmentReader segment) {
    StringJoiner text = new StringJoiner(":");
    for (int component = 2; component <= segment.componentCount(4); component++) {
      text.add(segment.text(4, component));
    }
    return text.toString();
  }
}
