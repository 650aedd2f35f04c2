package org.nachbarstrom.edifact.core.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ReadOptions;

/**
 * What an interchange carries, told by its first message: enough to hand it to the right reader. An
 * interchange holds messages of one type.
 *
 * @param header UNB; empty if it could not be read
 * @param firstMessage its first UNH; empty if there is none that can be read
 */
public record InterchangeKind(
    Optional<InterchangeHeader> header, Optional<MessageHeader> firstMessage) {
  /**
   * Looks at UNB and the first UNH. Reads less than 100 KB of the stream, which then has to be
   * opened again.
   *
   * @throws IOException if the stream fails
   */
  public static InterchangeKind of(InputStream in) throws IOException {
    InterchangeReader reader = new InterchangeReader(in, ReadOptions.DEFAULT.withAcceptTest(true));
    boolean message = reader.next() == InterchangeReader.Event.MESSAGE;
    return new InterchangeKind(
        reader.header(), message ? Optional.of(reader.message()) : Optional.empty());
  }

  /** Type of the first message, for example MSCONS or CONTRL; empty if there is none. */
  public String messageType() {
    return firstMessage.map(MessageHeader::type).orElse("");
  }
}
