package org.nachbarstrom.metering.substitute;

/** How far a substitution has come. */
public enum SubstitutionState {
  /** Waits for a decision. */
  PROPOSED,
  /** Its values are recorded. */
  CONFIRMED,
  /** Its values will not be used. */
  REJECTED
}
