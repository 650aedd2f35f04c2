package org.nachbarstrom.edifact.core.ahb;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.Term.Rule;

/** Rules that judge the value at which they stand: its form, and times compared with others. */
final class FormatRules {
  private static final int EIC = 16;
  private static final int PROFILE_NAME = 3;
  private static final int MAX_INTEGER_DIGITS = 4;
  private static final int GAS_DAY_HOUR = 6;
  private static final long DAY = 86_400;
  private static final Map<String, Integer> MAX_DECIMALS =
      Map.of("906", 3, "907", 4, "925", 5, "937", 0);

  private FormatRules() {}

  /** The rule of each format. */
  static Map<String, Rule> formats() {
    Map<String, Rule> rules = new HashMap<>();
    rules.put("902", facts -> Verdict.of(!facts.number.negative()));
    rules.put("910", facts -> Verdict.TRUE);
    rules.put("917", facts -> Verdict.of(facts.number.integerDigits() <= MAX_INTEGER_DIGITS));
    MAX_DECIMALS.forEach(
        (number, max) -> rules.put(number, facts -> Verdict.of(facts.number.decimals() <= max)));
    text(rules, "904", text -> text.length() == EIC);
    text(rules, "905", text -> text.length() <= PROFILE_NAME);
    text(rules, "908", text -> whole(text) && text.chars().anyMatch(c -> c != '0'));
    text(rules, "909", FormatRules::whole);
    text(rules, "918", text -> text.chars().noneMatch(Character::isLowerCase));
    text(rules, "922", text -> Identifiers.elevenWithLetter(text, 'D'));
    text(rules, "939", text -> text.indexOf('@') >= 0 && text.indexOf('.') >= 0);
    text(rules, "940", FormatRules::telephone);
    text(rules, "950", Identifiers::marketLocation);
    text(rules, "951", Identifiers::meteringPoint);
    text(rules, "960", text -> Identifiers.elevenWithLetter(text, 'E'));
    rules.put("931", facts -> Verdict.of(facts.time.utc()));
    rules.put("UB1", facts -> Verdict.of(facts.time.atLocalHour(0)));
    rules.put("UB2", facts -> Verdict.of(facts.time.atLocalHour(GAS_DAY_HOUR)));
    rules.put("UB3", FormatRules::dayOfSector);
    return rules;
  }

  /** What to report where a format does not hold. */
  static FindingCode violation(String number) {
    if (MAX_DECIMALS.containsKey(number)) {
      return FindingCode.VALUE_TOO_PRECISE;
    }
    return switch (number) {
      case "902" -> FindingCode.VALUE_NEGATIVE;
      case "917" -> FindingCode.VALUE_TOO_LARGE;
      default -> FindingCode.FORMAT_VIOLATED;
    };
  }

  /** The rule of each comparison of times. */
  static Map<String, Rule> times() {
    return Map.of(
        "130", FormatRules::nearby,
        "133", FormatRules::nearby,
        "135", facts -> notAfter(facts.messageTime.date(), facts.time.date()),
        "494",
            facts ->
                Verdict.of(
                    facts.time.epochSecond() <= facts.context.latestCreation().getEpochSecond()),
        "495", FormatRules::notAfterMessage);
  }

  /** The rule of each sector. */
  static Map<String, Rule> sectors() {
    return Map.of(
        "117", facts -> party(facts).electricity(),
        "118",
            facts ->
                switch (party(facts).electricity()) {
                  case TRUE -> Verdict.FALSE;
                  case FALSE -> Verdict.TRUE;
                  case UNDECIDED, NEUTRAL -> Verdict.UNDECIDED;
                });
  }

  private static PartnerFacts party(Facts facts) {
    return facts.aboutSender ? facts.sender : facts.recipient;
  }

  private static void text(Map<String, Rule> rules, String number, Predicate<String> holds) {
    rules.put(number, facts -> Verdict.of(holds.test(facts.value)));
  }

  private static boolean whole(String text) {
    return !text.isEmpty() && Identifiers.digits(text, 0, text.length());
  }

  private static boolean telephone(String text) {
    return text.length() > 1 && text.charAt(0) == '+' && Identifiers.digits(text, 1, text.length());
  }

  private static Verdict dayOfSector(Facts facts) {
    boolean midnight = facts.time.atLocalHour(0);
    boolean gasDay = facts.time.atLocalHour(GAS_DAY_HOUR);
    return switch (facts.recipient.electricity()) {
      case TRUE -> Verdict.of(midnight);
      case FALSE -> Verdict.of(gasDay);
      case UNDECIDED, NEUTRAL -> midnight || gasDay ? Verdict.UNDECIDED : Verdict.FALSE;
    };
  }

  private static Verdict notAfterMessage(Facts facts) {
    if (!facts.messageTime.isInstant() || !facts.time.isInstant()) {
      return Verdict.UNDECIDED;
    }
    return Verdict.of(facts.time.epochSecond() <= facts.messageTime.epochSecond());
  }

  private static Verdict notAfter(int messageDate, int date) {
    return messageDate == 0 ? Verdict.UNDECIDED : Verdict.of(date <= messageDate);
  }

  /**
   * [130] and [133] together: what is given beside the time of use must be near to it. Less than 24
   * hours on the local clock is less than 25 or 23 real hours where the clocks change in between.
   */
  private static Verdict nearby(Facts facts) {
    Facts.ValueTimes times = facts.times;
    boolean near = near(times.use, times.reading) && near(times.use, times.change);
    return Verdict.of(near);
  }

  private static boolean near(TimeText use, TimeText other) {
    if (other.equals(TimeText.NONE) || !use.isInstant()) {
      return true;
    }
    return other.isInstant()
        ? Math.abs(use.localSecondsTo(other)) < DAY
        : Math.abs(use.daysTo(other)) <= 1;
  }
}
