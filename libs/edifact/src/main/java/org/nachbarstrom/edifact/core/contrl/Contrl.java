package org.nachbarstrom.edifact.core.contrl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.contrl.SyntaxErrorCode.Place;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/**
 * Makes the CONTRL that answers an interchange.
 *
 * <p>An error of the interchange goes into UCI, alone; otherwise each message with errors has an
 * UCM, the first error of its UNH and UNT within it, others in UCS and UCD. Positions of elements
 * count the tag as 1 (data element 0098). What does not fit the repetitions that CONTRL allows (999
 * segments of a message, 99 elements of a segment, 999 999 segments in all) is left out.
 */
public final class Contrl {
  private Contrl() {}

  /**
   * The receipt of an interchange with right syntax (action 7).
   *
   * @param result what was found; its header is there, its syntax valid, and it holds no CONTRL
   * @param reference reference of the CONTRL's own interchange, up to 14 characters
   * @param at when it is made
   * @return the interchange in ISO 8859-1, from its recipient to its sender
   * @throws IllegalArgumentException if the result is not as described
   */
  public static byte[] confirm(InterchangeResult result, String reference, Instant at) {
    if (!result.syntaxValid() || result.control() || result.header().isEmpty()) {
      throw new IllegalArgumentException("no receipt answers this interchange");
    }
    InterchangeHeader header = result.header().get();
    ContrlMessage message = message(header, true, Optional.empty(), List.of());
    return ContrlWriter.write(header, message, reference, at);
  }

  /**
   * The refusal of an interchange (action 4).
   *
   * @param result what was found; {@link InterchangeResult#contrlDue} must hold
   * @param reference reference of the CONTRL's own interchange, up to 14 characters
   * @param at when it is made
   * @return the interchange in ISO 8859-1, from its recipient to its sender
   * @throws IllegalArgumentException if no CONTRL is due
   */
  public static byte[] refuse(InterchangeResult result, String reference, Instant at) {
    InterchangeHeader header = result.header().orElse(null);
    if (!result.contrlDue() || header == null) {
      throw new IllegalArgumentException("no CONTRL answers this interchange");
    }
    return ContrlWriter.write(header, refusal(header, result), reference, at);
  }

  private static ContrlMessage refusal(InterchangeHeader header, InterchangeResult result) {
    Optional<ServiceError> error =
        result.findings().stream()
            .findFirst()
            .map(finding -> ErrorReport.service(finding, Place.UCI));
    List<MessageReport> messages =
        error.isPresent() ? List.of() : new ErrorReport().messages(result.messageErrors());
    return message(header, false, error, messages);
  }

  private static ContrlMessage message(
      InterchangeHeader header,
      boolean accepted,
      Optional<ServiceError> error,
      List<MessageReport> messages) {
    return new ContrlMessage(
        header.reference(),
        header.sender(),
        header.senderQualifier(),
        header.recipient(),
        header.recipientQualifier(),
        accepted,
        error,
        messages);
  }
}
