package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nachbarstrom.metering.series.Origin;

/**
 * What we say about a value of a message, as the origin of the version that says it: its reference
 * is that of the message, a tab, a number and a word. It comes right after the message and before
 * any other, whatever that is, because no reference of a message has a tab or anything less in it.
 * So the message counts less than the verdict about it however often and late it is delivered, and
 * every other message that counts more than this one counts more than the verdict too.
 */
final class Verdict {
  private static final char PARTING = Origin.PARTING;
  private static final String REJECTED = " REJECTED";
  private static final String RESTORED = " RESTORED";
  private static final int DIGITS = 6;

  private Verdict() {}

  /** The verdict that the value with this origin cannot be used. */
  static Origin rejecting(Origin value) {
    return new Origin(value.messageTime(), value.receivedAt(), next(value.reference()) + REJECTED);
  }

  /** The verdict that the rejected value counts again. */
  static Origin restoring(Origin rejecting) {
    return new Origin(
        rejecting.messageTime(), rejecting.receivedAt(), next(rejecting.reference()) + RESTORED);
  }

  /**
   * The verdict that the value of the message counts again instead of a substitute for it.
   *
   * @param message of the rejected value
   * @param substitute which is as old as that message and was recorded later
   */
  static Origin restoring(Origin message, Origin substitute) {
    Instant after = substitute.receivedAt().plus(1, ChronoUnit.MICROS);
    return new Origin(message.messageTime(), after, next(message.reference()) + RESTORED);
  }

  /** Whether it says that a value cannot be used. */
  static boolean rejects(Origin origin) {
    return origin.reference().indexOf(PARTING) >= 0 && origin.reference().endsWith(REJECTED);
  }

  /** The message that the verdict is about, or the message itself. */
  static Origin message(Origin origin) {
    int parting = origin.reference().indexOf(PARTING);
    return parting < 0
        ? origin
        : new Origin(
            origin.messageTime(), origin.receivedAt(), origin.reference().substring(0, parting));
  }

  private static String next(String reference) {
    int parting = reference.indexOf(PARTING);
    if (parting < 0) {
      return reference + PARTING + number(1);
    }
    int before = Integer.parseInt(reference.substring(parting + 1, parting + 1 + DIGITS));
    return reference.substring(0, parting + 1) + number(before + 1);
  }

  private static String number(int verdict) {
    return "%06d".formatted(verdict);
  }
}
