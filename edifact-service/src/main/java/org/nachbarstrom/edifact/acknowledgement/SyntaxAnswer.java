package org.nachbarstrom.edifact.acknowledgement;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/** The CONTRL that tells a sender about syntax errors. */
public final class SyntaxAnswer {
  private static final int REFERENCE_DIGITS = 13;

  private SyntaxAnswer() {}

  /**
   * The CONTRL, or nothing where none is due: no syntax error, no readable UNB, or an interchange
   * of CONTRL messages.
   *
   * @param result what was read
   * @param interchange our id of the interchange; the CONTRL's own reference follows from it
   * @param at when the answer is made
   */
  public static Optional<byte[]> to(InterchangeResult result, UUID interchange, Instant at) {
    return result.contrlDue()
        ? Optional.of(Contrl.refuse(result, reference(interchange), at))
        : Optional.empty();
  }

  /**
   * C and 13 hexadecimal digits in capitals, as an interchange reference may have 14 characters.
   */
  private static String reference(UUID interchange) {
    String digits = interchange.toString().replace("-", "");
    return "C" + digits.substring(0, REFERENCE_DIGITS).toUpperCase(Locale.ROOT);
  }
}
