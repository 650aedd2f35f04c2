package org.nachbarstrom.edifact.core.ahb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.ahb.Term.Rule;

/** The conditions of the handbook that a message answers; the others are undecided. */
final class ConditionRules {
  private static final List<String> GAS_STATE =
      List.of("7-0:52.0.22", "7-0:54.0.16", "7-0:54.0.20", "7-0:54.0.22");
  private static final List<String> CHANNEL_66 =
      List.of("1-66:13.6.0", "1-66:14.6.0", "1-66:13.9.0", "1-66:14.9.0");
  private static final String GAS_ENERGY = "7-0:33.86.0";
  private static final int ELEVEN = 11;
  private static final int THIRTY_THREE = 33;

  private final Map<String, Rule> rules = new HashMap<>();

  private ConditionRules() {}

  /** The rule of each number that has one. */
  static Map<String, Rule> all() {
    ConditionRules all = new ConditionRules();
    all.documents();
    all.objects();
    all.registers();
    all.values();
    all.bases();
    all.rules.put("22", ConditionRules::split);
    all.rules.put("23", facts -> Verdict.of(facts.segment.text(4, 1).equals("1")));
    all.rules.put("142", facts -> Verdict.of(facts.segment.text(1, 2).equals("EM")));
    all.rules.put(
        "143",
        facts -> Verdict.of(List.of("TE", "FX", "AJ", "AL").contains(facts.segment.text(1, 2))));
    return all.rules;
  }

  /** Conditions about market roles: the number and who must have which. */
  static Map<String, Rule> roles() {
    Map<String, Rule> roles = new HashMap<>();
    roles.put("32", facts -> facts.sender.is(MarketRole.GRID_OPERATOR));
    roles.put("35", facts -> facts.sender.is(MarketRole.METERING_OPERATOR));
    roles.put("81", facts -> facts.sender.is(MarketRole.TRANSMISSION_SYSTEM_OPERATOR));
    roles.put("33", facts -> facts.recipient.is(MarketRole.SUPPLIER));
    roles.put("36", facts -> facts.recipient.is(MarketRole.GRID_OPERATOR));
    roles.put("42", facts -> facts.recipient.is(MarketRole.METERING_OPERATOR));
    roles.put("77", facts -> facts.recipient.is(MarketRole.GUARANTEES_OF_ORIGIN_REGISTER));
    roles.put("80", facts -> facts.recipient.is(MarketRole.TRANSMISSION_SYSTEM_OPERATOR));
    roles.put("141", facts -> facts.recipient.is(MarketRole.MARKET_AREA_MANAGER));
    return roles;
  }

  private static Verdict split(Facts facts) {
    boolean split =
        !facts.segment.text(3, 1).isEmpty()
            || !facts.segment.text(4, 1).isEmpty()
            || !facts.segment.text(4, 2).isEmpty();
    return Verdict.of(split);
  }

  private void documents() {
    document("68", "7");
    document("69", "Z28");
    document("70", "BK");
    document("71", "Z39");
    document("90", "Z41");
    document("91", "Z42");
    document("121", "Z43");
    document("150", "Z69");
    document("151", "Z27");
    document("152", "7");
    rules.put("492", facts -> facts.recipient.electricity());
    rules.put("493", facts -> not(facts.recipient.electricity()));
  }

  private void document(String number, String code) {
    rules.put(
        number,
        facts ->
            facts.document.isEmpty() ? Verdict.UNDECIDED : Verdict.of(facts.document.equals(code)));
  }

  private void objects() {
    location("38", text -> text.length() == THIRTY_THREE);
    location("62", text -> text.length() == THIRTY_THREE);
    location("46", text -> text.length() == ELEVEN);
    location("119", Identifiers::elevenDigits);
    rules.put("113", facts -> Verdict.of(facts.object.configuration()));
    rules.put("131", facts -> Verdict.of(!facts.object.configuration()));
    rules.put("132", ConditionRules::noObject);
    rules.put("144", facts -> Verdict.of(facts.object.configurationValue()));
  }

  /**
   * Object and configuration exclude each other. Where both or neither are given, that is found at
   * LOC ([131]) and the configuration is not blamed as well.
   */
  private static Verdict noObject(Facts facts) {
    boolean empty = facts.object.location().isEmpty();
    return empty == facts.object.configuration() ? Verdict.of(empty) : Verdict.UNDECIDED;
  }

  /**
   * Undecided where there is no object, where its identifier has neither length, and where a
   * configuration stands beside it.
   */
  private void location(String number, Predicate<String> holds) {
    rules.put(
        number,
        facts -> {
          String location = facts.object.location();
          boolean known = location.isEmpty() || hasKnownLength(location);
          boolean both = facts.object.configuration() && !location.isEmpty();
          return facts.object.named() && known && !both
              ? Verdict.of(holds.test(location))
              : Verdict.UNDECIDED;
        });
  }

  private static boolean hasKnownLength(String location) {
    return location.length() == ELEVEN || location.length() == THIRTY_THREE;
  }

  private void registers() {
    register("11", GAS_STATE);
    registerNot("12", GAS_STATE);
    registerNot("17", List.of("1-b:9.99.0"));
    register("18", List.of("1-b:9.99.0"));
    register("27", List.of("1-1:1.9.0"));
    registerNot("28", List.of("1-1:1.9.0"));
    register("45", List.of("7-b:99.41.16"));
    register("48", List.of("7-0:52.0.22"));
    register("49", List.of("7-b:70.16.16", "7-b:70.16.20", "7-b:70.16.22"));
    register("50", List.of("7-b:70.18.16", "7-b:70.18.20", "7-b:70.18.22"));
    register("72", List.of("1-b:1.6.0", "1-b:3.6.0", "1-b:4.6.0", "1-66:13.6.0", "1-66:14.6.0"));
    register("73", List.of("1-b:1.9.e", "1-b:3.9.0", "1-b:4.9.0", "1-66:13.9.0", "1-66:14.9.0"));
    register("78", CHANNEL_66);
    registerNot("79", CHANNEL_66);
    register("108", List.of("7-b:99.41.16", "7-b:99.42.16"));
    register(
        "125", List.of("7-0:52.0.22", "7-b:53.0.16", "7-b:55.0.16", "7-b:55.0.20", "7-b:55.0.22"));
    register("153", List.of(GAS_ENERGY));
    register("154", List.of("7-0:33.47.0"));
    medium("98", "SOL");
    medium("99", "WID");
    medium("100", "AUA");
    medium("101", "FPA");
    rules.put("51", ConditionRules::energyAlone);
  }

  private void register(String number, List<String> patterns) {
    rules.put(
        number,
        facts ->
            facts.register.isEmpty()
                ? Verdict.UNDECIDED
                : Verdict.of(RegisterPattern.any(patterns, facts.register)));
  }

  private void registerNot(String number, List<String> patterns) {
    register(number, patterns);
    Rule positive = rules.get(number);
    if (positive != null) {
      rules.put(number, facts -> not(positive.judge(facts)));
    }
  }

  private void medium(String number, String code) {
    rules.put(
        number,
        facts ->
            facts.register.isEmpty()
                ? Verdict.UNDECIDED
                : Verdict.of(facts.register.equals(code) && facts.registerKind.equals("Z08")));
  }

  /** Of the two that exclude each other the later line is wrong. */
  private static Verdict energyAlone(Facts facts) {
    boolean state = GAS_STATE.contains(facts.register);
    boolean energy = facts.register.equals(GAS_ENERGY);
    boolean clash =
        (state && facts.registers.contains(GAS_ENERGY))
            || (energy && GAS_STATE.stream().anyMatch(facts.registers::contains));
    return Verdict.of(!clash);
  }

  private void values() {
    quantity("92", "67");
    quantity("93", "220");
    quantity("94", "201");
    quantity("95", "20");
    quantity("96", "Z18");
    rules.put("111", facts -> Verdict.of(facts.segment.text(1, 3).equals("303")));
    rules.put("134", facts -> Verdict.of(facts.segment.text(1, 3).equals("102")));
    rules.put("145", facts -> Verdict.of(!facts.lineHasBegin));
    rules.put("147", facts -> Verdict.of(!facts.lineHasUse));
    rules.put("149", facts -> Verdict.of(facts.times.hasBegin));
    rules.put("2", ConditionRules::monthSpanned);
  }

  private void quantity(String number, String code) {
    rules.put(
        number,
        facts ->
            facts.quantity.isEmpty() ? Verdict.UNDECIDED : Verdict.of(facts.quantity.equals(code)));
  }

  private static Verdict monthSpanned(Facts facts) {
    if (!facts.firstBegin.isInstant() || !facts.lastEnd.isInstant()) {
      return Verdict.UNDECIDED;
    }
    return Verdict.of(facts.lastEnd.epochSecond() >= facts.firstBegin.epochSecondAfterMonth());
  }

  private void bases() {
    rules.put("83", facts -> Verdict.of(!facts.bases.contains("Z38")));
    rules.put("84", facts -> Verdict.of(!facts.bases.contains("Z39")));
    rules.put("85", facts -> Verdict.of(!facts.bases.contains("Z36")));
    rules.put("86", facts -> Verdict.of(!facts.bases.contains("Z37")));
    rules.put("87", facts -> Verdict.of(facts.earliest));
    rules.put("88", facts -> Verdict.of(facts.latest));
  }

  private static Verdict not(Verdict verdict) {
    return switch (verdict) {
      case TRUE -> Verdict.FALSE;
      case FALSE -> Verdict.TRUE;
      case UNDECIDED, NEUTRAL -> verdict;
    };
  }
}
