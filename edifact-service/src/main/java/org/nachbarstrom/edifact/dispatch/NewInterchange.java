package org.nachbarstrom.edifact.dispatch;

import java.util.List;

/** An interchange to be sent. */
public final class NewInterchange {
  private final OutgoingHeader header;
  private final byte[] bytes;
  private final List<NewMessage> messages;
  private final Cause cause;

  /**
   * An interchange.
   *
   * @param header what its service segments say
   * @param bytes all of it, ISO 8859-1; not to be changed any more
   * @param messages its messages in order, at least one
   * @param cause why it is sent
   */
  public NewInterchange(
      OutgoingHeader header, byte[] bytes, List<NewMessage> messages, Cause cause) {
    this.header = header;
    this.bytes = bytes;
    this.messages = List.copyOf(messages);
    this.cause = cause;
  }

  /**
   * A message of it; what it does not have is empty.
   *
   * @param reference UNH 0062
   * @param documentNumber BGM 1004
   * @param checkIdentifier Prüfidentifikator
   * @param object what its values belong to
   */
  public record NewMessage(
      String reference, String documentNumber, String checkIdentifier, String object) {}

  /** What its service segments say. */
  public OutgoingHeader header() {
    return header;
  }

  /** All of it; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Its messages in order. */
  public List<NewMessage> messages() {
    return messages;
  }

  /** Why it is sent. */
  public Cause cause() {
    return cause;
  }
}
