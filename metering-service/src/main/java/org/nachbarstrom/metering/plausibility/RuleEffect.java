package org.nachbarstrom.metering.plausibility;

/** What a finding leads to. */
public enum RuleEffect {
  /** It is listed and nothing else. */
  NOTE,
  /** Closings whose period has it wait until it is released or not found any more. */
  HOLD,
  /** Its values cannot be used until it is released or not found any more. */
  REJECT
}
