package org.nachbarstrom.edifact.dispatch;

import java.util.UUID;

/**
 * What a partner's CONTRL or APERAK says about something that we sent.
 *
 * @param kind which of the two
 * @param message UNH reference (UCM 0062, RFF+ACW of SG5) or document number (RFF+AGO) of our
 *     message; empty if the whole interchange is meant
 * @param positive whether it accepts
 * @param source id of the received interchange with the answer
 * @param sourceMessage reference of the answering message in it
 * @param text reasons for a person; empty if it accepts
 */
public record Answer(
    Kind kind, String message, boolean positive, UUID source, String sourceMessage, String text) {
  /** Kinds of answers. */
  public enum Kind {
    CONTRL,
    APERAK
  }
}
