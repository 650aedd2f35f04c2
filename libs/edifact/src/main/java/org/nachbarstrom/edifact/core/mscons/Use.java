package org.nachbarstrom.edifact.core.mscons;

import java.util.Optional;

/** What the values of a Prüfidentifikator mean. */
enum Use {
  /** Quarter-hours within a transmission period. */
  LOAD_PROFILE,
  /** Values of kind 2: quarter-hours without a transmission period, or moments. */
  KIND_2,
  READINGS,
  QUANTITIES,
  CANCELLATION,
  OTHER;

  /** The use of a Prüfidentifikator that the handbook of its version has. */
  static Use of(String checkIdentifier) {
    return switch (checkIdentifier) {
      case "13018", "13025" -> LOAD_PROFILE;
      case "13027" -> KIND_2;
      case "13002", "13017" -> READINGS;
      case "13009", "13016", "13019" -> QUANTITIES;
      case "13006" -> CANCELLATION;
      default -> OTHER;
    };
  }

  /**
   * The use in a version before 2.4c; empty where only later versions are read. 13008 was the load
   * profile of electricity too.
   */
  static Optional<Use> earlier(String checkIdentifier) {
    return switch (checkIdentifier) {
      case "13008", "13018", "13025" -> Optional.of(LOAD_PROFILE);
      case "13002", "13017" -> Optional.of(READINGS);
      default -> Optional.empty();
    };
  }
}
