package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.quantities.EicCode;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.quantities.ObisCode;

/** What a JSON Schema cannot say about partners, subscriptions and metering. */
final class MarketRules {

  private final JsonNode root;
  private final Findings findings;
  private final Map<String, String> directions = new HashMap<>();
  private final Map<String, String> metered = new HashMap<>();

  private MarketRules(JsonNode root, Findings findings) {
    this.root = root;
    this.findings = findings;
    for (JsonNode community : root.path("communities")) {
      for (JsonNode member : community.path("members")) {
        directions.put(member.path("accountingPoint").asText(), member.path("direction").asText());
      }
    }
  }

  /** Adds everything that is wrong with them. */
  static void check(JsonNode root, Findings findings) {
    MarketRules rules = new MarketRules(root, findings);
    root.path("partners")
        .properties()
        .forEach(entry ->
            rules.partner("/partners/" + entry.getKey(), entry.getKey(), entry.getValue()));
    root.path("metering")
        .properties()
        .forEach(entry ->
            rules.metering("/metering/" + entry.getKey(), entry.getKey(), entry.getValue()));
    Findings.forEach(root.path("subscriptions"), "/subscriptions", rules::subscription);
  }

  private void partner(String pointer, String code, JsonNode partner) {
    boolean known =
        MarketPartnerCode.tryParse(code).isPresent() || EicCode.tryParse(code).isPresent();
    if (!known) {
      findings.report(pointer, "is no code of a partner: its check digit does not agree");
    }
    Map<String, List<Span>> byRole = new HashMap<>();
    Findings.forEach(
        partner.path("roles"),
        pointer + "/roles",
        (at, role) -> {
          String name = role.path("role").asText();
          findings
              .span(at, role, name)
              .forEach(span ->
                  findings.addApart(byRole.computeIfAbsent(name, n -> new ArrayList<>()), span));
        });
  }

  private void metering(String pointer, String point, JsonNode metering) {
    requireMember(pointer, point);
    if (!metering.has("meteringPoint")) {
      return;
    }
    String at = pointer + "/meteringPoint";
    String meteringPoint = metering.path("meteringPoint").asText();
    if (MeteringPointId.tryParse(meteringPoint).isEmpty()) {
      findings.report(at, "\"" + meteringPoint + "\" is no metering point");
    }
    String direction = directions.getOrDefault(point, "");
    String other = metered.putIfAbsent(direction + " " + meteringPoint, point);
    if (other != null) {
      findings.report(at, "meters " + direction + " of \"" + other + "\" above");
    }
  }

  private void subscription(String pointer, JsonNode subscription) {
    findings.span(pointer, subscription, pointer);
    requireDeclared(pointer + "/partner", "partners", subscription.path("partner").asText());
    String sender = subscription.path("sender").asText();
    if (requireDeclared(pointer + "/sender", "partners", sender)
        && !root.at("/partners/" + sender + "/own").asBoolean(false)) {
      findings.report(pointer + "/sender", "\"" + sender + "\" is not our own code");
    }
    if (subscription.has("community")) {
      String community = subscription.path("community").asText();
      requireDeclared(pointer + "/community", "communities", community);
    }
    JsonNode points = subscription.path("accountingPoints");
    Findings.forEach(
        points, pointer + "/accountingPoints", (at, point) -> requireMember(at, point.asText()));
    if (subscription.has("object")) {
      object(pointer + "/object", subscription.path("object").asText(), points.size());
    }
    register(pointer + "/register", subscription);
    boolean substitutes = subscription.path("quantity").asText().equals("SUBSTITUTES");
    if (substitutes && subscription.has("community")) {
      findings.report(pointer + "/community", "substitutes are of accountingPoints");
    }
  }

  private void object(String pointer, String object, int points) {
    if (MarketLocationId.tryParse(object).isEmpty()) {
      findings.report(pointer, "\"" + object + "\" is no market location");
    }
    if (points != 1) {
      findings.report(pointer, "can stand for a single accounting point only");
    }
  }

  private void register(String pointer, JsonNode subscription) {
    if (!subscription.has("register")) {
      return;
    }
    Optional<ObisCode> register = ObisCode.tryParse(subscription.path("register").asText());
    if (register.isEmpty()) {
      findings.report(pointer, "is no OBIS code, such as 1-1:1.9.0");
    } else if (register.get().direction().isEmpty() || register.get().isLoadProfile()) {
      findings.report(pointer, "counts no quantity of active energy, as 1-1:1.9.0 does");
    } else if (subscription.path("quantity").asText().equals("SUBSTITUTES")) {
      findings.report(pointer, "substitutes keep their own register");
    }
  }

  private void requireMember(String pointer, String point) {
    if (!directions.containsKey(point)) {
      findings.report(pointer, "\"" + point + "\" is no member of a community of this file");
    }
  }

  private boolean requireDeclared(String pointer, String section, String reference) {
    boolean declared = root.path(section).has(reference);
    if (!declared) {
      findings.report(pointer, "\"" + reference + "\" is not declared under " + section);
    }
    return declared;
  }
}
