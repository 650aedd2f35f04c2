package org.nachbarstrom.metering.closing.rest;

import java.util.UUID;
import org.nachbarstrom.metering.closing.ClosingRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Ids of closings in paths. */
final class ClosingIds {
  private ClosingIds() {}

  /**
   * Reads an id.
   *
   * @throws ProblemException if no closing can have it
   */
  static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw unknown(id);
    }
  }

  static ProblemException unknown(String id) {
    return new ProblemException(
        ClosingRejection.UNKNOWN_CLOSING, "There is no closing '" + id + "'.");
  }
}
