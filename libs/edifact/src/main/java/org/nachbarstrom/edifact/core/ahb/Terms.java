package org.nachbarstrom.edifact.core.ahb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.Term.Rule;
import org.nachbarstrom.edifact.core.ahb.Term.Settled;

/** All numbers of the handbooks. */
final class Terms {
  private static final Set<String> WITH_OBJECT =
      Set.of("38", "46", "62", "113", "119", "131", "132", "144");
  private static final Set<String> AT_END = Set.of("2", "83", "84", "85", "86", "87", "88");
  private static final Map<String, String> PACKAGES =
      Map.of("4P", "92", "5P", "93", "6P", "94", "7P", "95", "8P", "96");
  private static final Rule UNDECIDED = facts -> Verdict.UNDECIDED;
  private static final Rule NEUTRAL = facts -> Verdict.NEUTRAL;
  private static final int HINTS_FROM = 500;
  private static final int FORMATS_FROM = 900;
  private static final int REPETITIONS_FROM = 2000;

  private static final Map<String, Term> ALL = read();

  private Terms() {}

  /** A number as it stands in brackets. */
  static Optional<Term> find(String number) {
    return Optional.ofNullable(ALL.get(number));
  }

  /** All numbers, packages left out. */
  static List<Term> numbers() {
    return ALL.values().stream().filter(term -> term.kind() != TermKind.PACKAGE).toList();
  }

  /** Whether a message can answer a number; the others are undecided whatever it says. */
  static boolean judged(Term term) {
    return !term.rule().equals(UNDECIDED);
  }

  private static Map<String, Term> read() {
    Rules rules = Rules.all();
    Map<String, Term> all = new HashMap<>();
    for (String line : Resource.lines("conditions.txt")) {
      int blank = line.indexOf(' ');
      String number = line.substring(0, blank);
      all.put(number, term(number, line.substring(blank + 1), rules));
    }
    PACKAGES.forEach((name, condition) -> {
      Term inner = all.get(condition);
      if (inner == null) {
        throw new IllegalStateException("package " + name + " has no condition");
      }
      all.put(name + "0..1", packageOf(name + "0..1", inner.text(), inner.rule()));
    });
    all.put("1P0..1", packageOf("1P0..1", "each code at most once", NEUTRAL));
    return all;
  }

  private static Term packageOf(String number, String text, Rule rule) {
    return new Term(
        number, TermKind.PACKAGE, text, Settled.AT_ONCE, FindingCode.PACKAGE_VIOLATED, rule);
  }

  private static Term term(String number, String text, Rules rules) {
    TermKind kind = kind(number, rules);
    Rule rule =
        switch (kind) {
          case HINT -> NEUTRAL;
          case REPETITION -> facts -> facts.repetition;
          case CONDITION -> rules.conditions().getOrDefault(number, UNDECIDED);
          case ROLE -> rules.roles().getOrDefault(number, UNDECIDED);
          case SECTOR -> rules.sectors().getOrDefault(number, UNDECIDED);
          case TIME -> rules.times().getOrDefault(number, UNDECIDED);
          case FORMAT, PACKAGE -> rules.formats().getOrDefault(number, UNDECIDED);
        };
    return new Term(number, kind, text, settled(number), violation(kind, number), rule);
  }

  private static TermKind kind(String number, Rules rules) {
    if (rules.roles().containsKey(number)) {
      return TermKind.ROLE;
    }
    if (rules.sectors().containsKey(number)) {
      return TermKind.SECTOR;
    }
    if (rules.times().containsKey(number)) {
      return TermKind.TIME;
    }
    if (number.startsWith("UB")) {
      return TermKind.FORMAT;
    }
    int value = Integer.parseInt(number);
    if (value >= REPETITIONS_FROM) {
      return TermKind.REPETITION;
    }
    if (value >= FORMATS_FROM) {
      return TermKind.FORMAT;
    }
    return value >= HINTS_FROM ? TermKind.HINT : TermKind.CONDITION;
  }

  private static Settled settled(String number) {
    if (AT_END.contains(number)) {
      return Settled.AT_END;
    }
    return WITH_OBJECT.contains(number) ? Settled.WITH_OBJECT : Settled.AT_ONCE;
  }

  private static FindingCode violation(TermKind kind, String number) {
    return switch (kind) {
      case FORMAT -> FormatRules.violation(number);
      case TIME -> FindingCode.TIME_IMPLAUSIBLE;
      case ROLE -> FindingCode.SENDER_NOT_ALLOWED;
      case PACKAGE -> FindingCode.PACKAGE_VIOLATED;
      case SECTOR, CONDITION, HINT, REPETITION -> FindingCode.CODE_NOT_ALLOWED;
    };
  }

  /** Rules by kind. */
  private record Rules(
      Map<String, Rule> conditions,
      Map<String, Rule> roles,
      Map<String, Rule> sectors,
      Map<String, Rule> times,
      Map<String, Rule> formats) {
    static Rules all() {
      return new Rules(
          ConditionRules.all(),
          ConditionRules.roles(),
          FormatRules.sectors(),
          FormatRules.times(),
          FormatRules.formats());
    }
  }
}
