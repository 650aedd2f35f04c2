package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.AccountingPointId;

/** What a JSON Schema cannot say about tariffs and communities. */
final class DeclarationRules {

  private final Findings findings;
  private final JsonNode root;
  private final Map<String, String> directions = new HashMap<>();
  private final Map<String, List<Span>> payers = new HashMap<>();
  private final Map<String, List<Span>> contracts = new HashMap<>();

  private DeclarationRules(JsonNode root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Adds everything that is wrong with tariffs and communities. */
  static void check(JsonNode root, Findings findings) {
    DeclarationRules rules = new DeclarationRules(root, findings);
    Findings.forEach(root.path("tariffs"), "/tariffs", rules::tariff);
    Findings.forEach(root.path("communities"), "/communities", rules::community);
  }

  private void tariff(String pointer, JsonNode tariff) {
    Map<String, List<Span>> byKind = new HashMap<>();
    Findings.forEach(
        tariff.path("components"),
        pointer + "/components",
        (at, component) -> {
          String kind = component.path("kind").asText();
          findings
              .span(at, component, kind)
              .forEach(span ->
                  findings.addApart(byKind.computeIfAbsent(kind, k -> new ArrayList<>()), span));
        });
  }

  private void community(String pointer, JsonNode community) {
    if (community.has("zone")) {
      requireZone(pointer + "/zone", community.path("zone").asText());
    }
    List<Span> keys = new ArrayList<>();
    Findings.forEach(
        community.path("keys"),
        pointer + "/keys",
        (at, key) ->
            findings
                .span(at, key, Preset.method(key))
                .forEach(span -> findings.addApart(keys, span)));
    Map<String, List<Span>> memberships = new HashMap<>();
    Findings.forEach(
        community.path("members"),
        pointer + "/members",
        (at, member) -> {
          String point = member.path("accountingPoint").asText();
          member(at, member, point);
          findings
              .span(at, member, point)
              .forEach(span ->
                  findings.addApart(
                      memberships.computeIfAbsent(point, p -> new ArrayList<>()), span));
        });
    consumers(pointer, community);
  }

  private void member(String pointer, JsonNode member, String point) {
    if (AccountingPointId.tryParse(point).isEmpty()) {
      findings.report(pointer + "/accountingPoint", "\"" + point + "\" " + whyNoPoint(point));
    }
    String direction = member.path("direction").asText();
    String other = directions.putIfAbsent(point, direction);
    if (other != null && !other.equals(direction)) {
      findings.report(
          pointer + "/direction", "this accounting point is declared as " + other + " above");
    }
    if (member.has("sharePercent") && direction.equals("GENERATION")) {
      findings.report(pointer + "/sharePercent", "only a consumer has a share");
    }
    if (member.has("group") && direction.equals("GENERATION")) {
      findings.report(pointer + "/group", "only a consumer has a group");
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
        findings.report(at, "\"" + reference + "\" is not declared under " + section);
      }
      findings
          .span(at, assignment, reference)
          .forEach(
              span -> findings.addApart(all.computeIfAbsent(point, p -> new ArrayList<>()), span));
    }
  }

  /** What each key asks of the consumers who share by it. */
  private void consumers(String pointer, JsonNode community) {
    Findings.forEach(
        community.path("keys"),
        pointer + "/keys",
        (at, key) -> {
          FixedShares shares = new FixedShares(key);
          if (shares.cascadeWithoutGroups()) {
            findings.report(at, "a CASCADE needs groups");
          }
          findings.span(at, key, at).forEach(span -> consumers(pointer, community, span, shares));
        });
  }

  private void consumers(String pointer, JsonNode community, Span key, FixedShares shares) {
    Findings.forEach(
        community.path("members"),
        pointer + "/members",
        (at, member) -> {
          if (member.path("direction").asText().equals("CONSUMPTION")) {
            findings.span(at, member, at).stream()
                .filter(key::overlaps)
                .forEach(span ->
                    shares
                        .add(member, span.from(), span.to())
                        .ifPresent(what -> findings.report(at, what)));
          }
        });
    shares
        .exceeding(key.from(), key.to())
        .ifPresent(sum ->
            findings.report(
                key.pointer(),
                "the shares of " + sum.day() + " add up to " + sum.percent() + " %"));
  }

  private void requireZone(String pointer, String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      findings.report(pointer, "\"" + zone + "\" is not a time zone, such as Europe/Berlin");
    }
  }
}
