package org.nachbarstrom.edifact.interchange;

import java.io.IOException;
import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/** Messages of an interchange one after the other. */
interface MessageSource {
  /** The next message; nothing at the end of the interchange. */
  Optional<ReadMessage> next() throws IOException;

  /** What is known about the interchange so far. */
  InterchangeResult result();
}
