package org.nachbarstrom.metering.plausibility.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.plausibility.Findings;
import org.nachbarstrom.metering.plausibility.PlausibilityRejection;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffect;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

/** Which findings are asked for. */
class FindingQuery {
  private static final int LARGEST_PAGE = 1000;

  @QueryParam("accountingPoint")
  @Nullable String accountingPoint;

  @QueryParam("direction")
  @Nullable EnergyDirection direction;

  @QueryParam("rule")
  @Nullable PlausibilityRule rule;

  @QueryParam("effect")
  @Nullable RuleEffect effect;

  @Parameter(description = "absent: open and released ones")
  @QueryParam("state")
  @Nullable State state;

  @Parameter(description = "first local day on which they begin")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "end, exclusive")
  @QueryParam("to")
  @Nullable String to;

  @QueryParam("limit")
  @DefaultValue("100")
  int limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  /** Reads it or refuses it with all its errors. */
  Findings.Query read(RuleEffects effects) {
    Input input = new Input();
    Optional<DateRange> days =
        from == null && to == null ? Optional.empty() : input.range("", from, to);
    if (accountingPoint != null) {
      input.accountingPoint("accountingPoint", accountingPoint);
    }
    Optional<Findings.Place> after = place(input);
    input.refuseIfWrong(PlausibilityRejection.INVALID_CHECK);
    return new Findings.Query(
        accountingPoint == null ? "" : accountingPoint,
        direction == null ? "" : direction.name(),
        rules(effects),
        state == null ? null : state == State.OPEN,
        days.orElse(null),
        after.orElse(null),
        Math.clamp(limit, 1, LARGEST_PAGE));
  }

  private List<PlausibilityRule> rules(RuleEffects effects) {
    return Arrays.stream(PlausibilityRule.values())
        .filter(one -> rule == null || one == rule)
        .filter(one -> effect == null || effects.of(one) == effect)
        .toList();
  }

  private Optional<Findings.Place> place(Input input) {
    if (cursor == null) {
      return Optional.empty();
    }
    int parting = Math.max(0, cursor.indexOf('/'));
    Optional<Instant> start = input.instant("cursor", cursor.substring(0, parting));
    try {
      UUID id = UUID.fromString(cursor.substring(parting + 1));
      return start.map(known -> new Findings.Place(known, id));
    } catch (IllegalArgumentException notAnId) {
      input.wrong("cursor", "UNREADABLE", "'" + cursor + "' is no cursor of ours.");
      return Optional.empty();
    }
  }

  static String cursor(Findings.Known last) {
    return last.finding().interval().start() + "/" + last.id();
  }

  /** Whether findings were released. */
  enum State {
    OPEN,
    RELEASED
  }
}
