package org.nachbarstrom.edifact.core.contrl;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * What a CONTRL says about an interchange.
 *
 * @param interchangeReference reference of the answered interchange (UNB 0020), not empty
 * @param sender sender of the answered interchange
 * @param senderQualifier who gave its code; may be empty
 * @param recipient recipient of the answered interchange
 * @param recipientQualifier who gave its code; may be empty
 * @param accepted true for the receipt (action 7), false where the whole interchange is refused (4)
 * @param error the error in UNA, UNB or UNZ, if that is why it is refused
 * @param messages the messages with errors, if they are why it is refused
 */
public record ContrlMessage(
    String interchangeReference,
    String sender,
    String senderQualifier,
    String recipient,
    String recipientQualifier,
    boolean accepted,
    Optional<ServiceError> error,
    List<MessageReport> messages) {
  /**
   * A CONTRL.
   *
   * @throws IllegalArgumentException if the reference is empty or a receipt names errors
   */
  public ContrlMessage {
    messages = List.copyOf(messages);
    if (interchangeReference.isEmpty()) {
      throw new IllegalArgumentException("a CONTRL names the interchange it answers");
    }
    if (accepted && (error.isPresent() || !messages.isEmpty())) {
      throw new IllegalArgumentException("a receipt names no errors");
    }
  }

  /**
   * An error in a service segment.
   *
   * @param code data element 0085
   * @param segment UNA, UNB or UNZ of an interchange, UNH or UNT of a message; may be empty
   * @param element element after the tag, from 1; 0 for the segment as a whole
   * @param component component of the element, from 1; 0 for the element as a whole
   */
  public record ServiceError(int code, String segment, int element, int component) {
    /** What the code says, for a person. */
    public String text() {
      return SyntaxErrorCode.text(code);
    }
  }

  /**
   * A message with errors.
   *
   * @param header its UNH as the CONTRL repeats it
   * @param error the error in UNH or UNT, if there is one
   * @param segments its other segments with errors
   */
  public record MessageReport(
      MessageHeader header, Optional<ServiceError> error, List<SegmentReport> segments) {
    /** A message with errors. */
    public MessageReport {
      segments = List.copyOf(segments);
    }
  }

  /**
   * A segment with errors.
   *
   * @param number its number in the message, UNH is 1; of a missing segment the one before
   * @param code data element 0085, where the error is of the segment as a whole; otherwise 0
   * @param elements errors of its elements
   */
  public record SegmentReport(int number, int code, List<ElementError> elements) {
    /** A segment with errors. */
    public SegmentReport {
      elements = List.copyOf(elements);
    }

    /** What the code says, for a person; empty if it has none. */
    public String text() {
      return code == 0 ? "" : SyntaxErrorCode.text(code);
    }
  }

  /**
   * An error of an element.
   *
   * @param code data element 0085
   * @param element element after the tag, from 1; 0 for the tag
   * @param component component of the element, from 1; 0 for the element as a whole
   */
  public record ElementError(int code, int element, int component) {
    /** What the code says, for a person. */
    public String text() {
      return SyntaxErrorCode.text(code);
    }
  }
}
