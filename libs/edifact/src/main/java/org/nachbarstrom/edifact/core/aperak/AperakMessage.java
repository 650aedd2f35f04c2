package org.nachbarstrom.edifact.core.aperak;

import java.time.Instant;
import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/**
 * What an APERAK says about one message.
 *
 * @param documentNumber its own document number (BGM 1004), unique per sender
 * @param createdAt when it was made (DTM+137), to the minute
 * @param accepted true if the message is acknowledged (BGM 312), false if it is refused (313)
 * @param answered the message it answers
 * @param errors why it is refused
 */
public record AperakMessage(
    String documentNumber,
    Instant createdAt,
    boolean accepted,
    AnsweredMessage answered,
    List<AperakError> errors) {
  /**
   * An APERAK.
   *
   * @throws IllegalArgumentException if an acknowledgement has errors
   */
  public AperakMessage {
    errors = List.copyOf(errors);
    if (accepted && !errors.isEmpty()) {
      throw new IllegalArgumentException("an acknowledgement reports no errors");
    }
  }

  /** The acknowledgement of a message (312). */
  public static AperakMessage acknowledge(
      AnsweredMessage answered, String documentNumber, Instant createdAt) {
    return new AperakMessage(documentNumber, createdAt, true, answered, List.of());
  }

  /**
   * The refusal of a message (313), one error for each finding. Of findings from several checks
   * those of the first check are reported, as the handbook wants it: not processed by the recipient
   * or not allowed to the sender (then one error only), application handbook, assignment, property,
   * taking over.
   *
   * @param findings what is wrong with the message; syntax findings are left out, a CONTRL answers
   *     them
   * @throws IllegalArgumentException if no finding is about what the message says
   */
  public static AperakMessage refuse(
      AnsweredMessage answered, String documentNumber, Instant createdAt, List<Finding> findings) {
    List<AperakError> errors = ErrorsFromFindings.of(findings);
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("a refusal reports at least one error");
    }
    return new AperakMessage(documentNumber, createdAt, false, answered, errors);
  }
}
