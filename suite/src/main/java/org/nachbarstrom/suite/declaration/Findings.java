package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in a file, by line. */
final class Findings {

  private final YamlDocument document;
  private final List<Finding> all = new ArrayList<>();

  Findings(YamlDocument document) {
    this.document = document;
  }

  /** Everything that was found. */
  List<Finding> all() {
    return List.copyOf(all);
  }

  /** The dates of an element, none if they make no sense, which is reported once. */
  List<Span> span(String pointer, JsonNode dated, String what) {
    try {
      LocalDate from = LocalDate.parse(dated.path("from").asText());
      LocalDate to = dated.has("to") ? LocalDate.parse(dated.path("to").asText()) : LocalDate.MAX;
      if (to.isAfter(from)) {
        return List.of(new Span(pointer, what, from, to));
      }
      reportOnce(pointer + "/to", "must be after from; it is the first day no longer included");
    } catch (DateTimeException e) {
      reportOnce(pointer, "has a date that does not exist: " + e.getMessage());
    }
    return List.of();
  }

  /** Adds a span; it must not overlap those before. */
  void addApart(List<Span> others, Span span) {
    for (Span other : others) {
      if (other.overlaps(span)) {
        report(
            span.pointer(),
            "overlaps in time with the entry of line " + document.line(other.pointer()));
      }
    }
    others.add(span);
  }

  /** Something is wrong with a field. */
  void report(String pointer, String message) {
    all.add(document.finding(pointer, message));
  }

  private void reportOnce(String pointer, String message) {
    Finding finding = document.finding(pointer, message);
    if (!all.contains(finding)) {
      all.add(finding);
    }
  }

  /** Visits the elements of a list, or the values of an object, with their pointers. */
  static void forEach(JsonNode container, String pointer, Visitor visitor) {
    if (container.isArray()) {
      for (int i = 0; i < container.size(); i++) {
        visitor.visit(pointer + "/" + i, container.path(i));
      }
    } else {
      container
          .properties()
          .forEach(entry -> visitor.visit(pointer + "/" + entry.getKey(), entry.getValue()));
    }
  }

  /** What is done with each element. */
  interface Visitor {
    /** Looks at an element. */
    void visit(String pointer, JsonNode element);
  }
}
