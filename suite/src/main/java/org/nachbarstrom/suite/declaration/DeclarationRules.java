package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.AccountingPointId;

/** What a JSON Schema cannot say about a declaration. */
final class DeclarationRules {

  private final YamlDocument document;
  private final JsonNode root;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> directions = new HashMap<>();
  private final Map<String, List<Span>> payers = new HashMap<>();
  private final Map<String, List<Span>> contracts = new HashMap<>();

  DeclarationRules(YamlDocument document) {
    this.document = document;
    this.root = document.root();
  }

  /** Everything that is wrong. */
  List<Finding> findings() {
    forEach(root.path("tariffs"), "/tariffs", this::tariff);
    forEach(root.path("communities"), "/communities", this::community);
    return findings;
  }

  private void tariff(String pointer, JsonNode tariff) {
    Map<String, List<Span>> byKind = new HashMap<>();
    forEach(
        tariff.path("components"),
        pointer + "/components",
        (at, component) -> {
          String kind = component.path("kind").asText();
          span(at, component, kind)
              .forEach(span -> addApart(byKind.computeIfAbsent(kind, k -> list()), span));
        });
  }

  private void community(String pointer, JsonNode community) {
    if (community.has("zone")) {
      requireZone(pointer + "/zone", community.path("zone").asText());
    }
    List<Span> keys = new ArrayList<>();
    forEach(
        community.path("keys"),
        pointer + "/keys",
        (at, key) -> span(at, key, Preset.method(key)).forEach(span -> addApart(keys, span)));
    Map<String, List<Span>> memberships = new HashMap<>();
    forEach(
        community.path("members"),
        pointer + "/members",
        (at, member) -> {
          String point = member.path("accountingPoint").asText();
          member(at, member, point);
          span(at, member, point)
              .forEach(span -> addApart(memberships.computeIfAbsent(point, p -> list()), span));
        });
    consumers(pointer, community);
  }

  private void member(String pointer, JsonNode member, String point) {
    if (AccountingPointId.tryParse(point).isEmpty()) {
      report(pointer + "/accountingPoint", "\"" + point + "\" " + whyNoPoint(point));
    }
    String direction = member.path("direction").asText();
    String other = directions.putIfAbsent(point, direction);
    if (other != null && !other.equals(direction)) {
      report(pointer + "/direction", "this accounting point is declared as " + other + " above");
    }
    if (member.has("sharePercent") && direction.equals("GENERATION")) {
      report(pointer + "/sharePercent", "only a consumer has a share");
    }
    if (member.has("group") && direction.equals("GENERATION")) {
      report(pointer + "/group", "only a consumer has a group");
    }
    assignments(pointer, member, "party", payers);
    assignments(pointer, member, "tariff", contracts);
  }

  private static String whyNoPoint(String point) {
    try {
      AccountingPointId unexpected = new AccountingPointId(point);
      throw new IllegalStateException("Both valid and not: " + unexpected);
    } catch (IllegalArgumentException e) {
      return "is no accounting point: " + e.getMessage();
    }
  }

  private void assignments(
      String pointer, JsonNode member, String field, Map<String, List<Span>> all) {
    String point = member.path("accountingPoint").asText();
    boolean dated = member.path(field).isArray();
    int index = 0;
    for (JsonNode assignment : Steps.assignments(member, field)) {
      String at = dated ? pointer + "/" + field + "/" + index++ : pointer + "/" + field;
      String reference = assignment.path(field).asText();
      String section = field.equals("party") ? "parties" : "tariffs";
      if (!root.path(section).has(reference)) {
        report(at, "\"" + reference + "\" is not declared under " + section);
      }
      span(at, assignment, reference)
          .forEach(span -> addApart(all.computeIfAbsent(point, p -> list()), span));
    }
  }

  /** What each key asks of the consumers who share by it. */
  private void consumers(String pointer, JsonNode community) {
    forEach(
        community.path("keys"),
        pointer + "/keys",
        (at, key) -> {
          FixedShares shares = new FixedShares(key);
          if (shares.cascadeWithoutGroups()) {
            report(at, "a CASCADE needs groups");
          }
          span(at, key, at).forEach(span -> consumers(pointer, community, span, shares));
        });
  }

  private void consumers(String pointer, JsonNode community, Span key, FixedShares shares) {
    forEach(
        community.path("members"),
        pointer + "/members",
        (at, member) -> {
          if (member.path("direction").asText().equals("CONSUMPTION")) {
            span(at, member, at).stream()
                .filter(key::overlaps)
                .forEach(span ->
                    shares.add(member, span.from(), span.to()).ifPresent(what -> report(at, what)));
          }
        });
    shares
        .exceeding(key.from(), key.to())
        .ifPresent(sum ->
            report(
                key.pointer(),
                "the shares of " + sum.day() + " add up to " + sum.percent() + " %"));
  }

  private void requireZone(String pointer, String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      report(pointer, "\"" + zone + "\" is not a time zone, such as Europe/Berlin");
    }
  }

  /** The dates of an element, none if they make no sense, which is reported once. */
  private List<Span> span(String pointer, JsonNode dated, String what) {
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

  private void addApart(List<Span> others, Span span) {
    for (Span other : others) {
      if (other.overlaps(span)) {
        report(
            span.pointer(),
            "overlaps in time with the entry of line " + document.line(other.pointer()));
      }
    }
    others.add(span);
  }

  private static List<Span> list() {
    return new ArrayList<>();
  }

  private void report(String pointer, String message) {
    findings.add(document.finding(pointer, message));
  }

  private void reportOnce(String pointer, String message) {
    Finding finding = document.finding(pointer, message);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  private static void forEach(JsonNode container, String pointer, Visitor visitor) {
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

  private interface Visitor {
    void visit(String pointer, JsonNode element);
  }

  /** Something that holds from a day up to and without another. */
  private record Span(String pointer, String what, LocalDate from, LocalDate to) {
    boolean overlaps(Span other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }
  }
}
