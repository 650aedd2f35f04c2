package org.nachbarstrom.metering.plausibility;

import java.util.List;
import java.util.Locale;

/** What values are held against. */
public enum PlausibilityRule {
  /** Quarter-hours without a usable value, on a day of which or around which others are known. */
  GAP("P01", About.SUM),
  /** More energy in a quarter-hour than can flow through the connection. */
  CONNECTION_CAPACITY("P02", About.VALUE),
  /** Nothing flows for long. */
  ZERO_RUN("P03", About.VALUE),
  /** The same energy, not 0, again and again. */
  FLAT_LINE("P04", About.VALUE),
  /** Far more than the largest value of comparable days. */
  SPIKE("P05", About.VALUE),
  /** The values between two readings of a meter do not add up to its advance. */
  REGISTER_ADVANCE("P06", About.SUM),
  /** The values of a period do not add up to the energy quantity that was said for it. */
  ENERGY_QUANTITY("P07", About.SUM),
  /** The values of a day, or one of them, differ from those of the check meter. */
  CHECK_METER("P08", About.SUM),
  /** One message has a value for a quarter-hour, or a reading, twice. */
  DUPLICATE("P09", About.MESSAGE),
  /** Series of one message overlap. */
  OVERLAP("P10", About.MESSAGE),
  /** An energy is negative. */
  NEGATIVE("P11", About.MESSAGE);

  private final String code;
  private final About about;

  PlausibilityRule(String code, About about) {
    this.code = code;
    this.about = about;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** Its name in the configuration, such as {@code zero-run}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its findings may lead to. */
  public List<RuleEffect> effects() {
    return switch (about) {
      case VALUE -> List.of(RuleEffect.NOTE, RuleEffect.HOLD, RuleEffect.REJECT);
      case SUM -> List.of(RuleEffect.NOTE, RuleEffect.HOLD);
      case MESSAGE -> List.of(RuleEffect.REJECT);
    };
  }

  /** Whether values are held against it after they were recorded, and its effect can be chosen. */
  public boolean checked() {
    return about != About.MESSAGE;
  }

  /** Whether a sum decides about it, so that the amounts found on both sides matter. */
  boolean comparesSums() {
    return this == REGISTER_ADVANCE || this == ENERGY_QUANTITY || this == CHECK_METER;
  }

  private enum About {
    /** Single values, which can be rejected one by one. */
    VALUE,
    /** Several values of which nobody knows which is wrong, or none at all. */
    SUM,
    /** What a message cannot say: it is refused when it is read. */
    MESSAGE
  }
}
