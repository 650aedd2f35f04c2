package org.nachbarstrom.edifact.interchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/** Reads an interchange in batches small enough to be held in memory. Blocks; one at a time. */
final class Reading implements Closeable {
  private static final int BATCH_MESSAGES = 200;
  private static final int BATCH_VALUES = 200_000;

  private final InputStream in;
  private final MessageSource source;

  private Reading(InputStream in, MessageSource source) {
    this.in = in;
    this.source = source;
  }

  /**
   * Opens an interchange.
   *
   * @param text its text; closed with the reading
   * @param messageType type of its first message, which decides how it is read
   */
  static Reading open(InputStream text, ReadOptions options, String messageType) {
    MessageSource source =
        switch (messageType) {
          case "CONTRL" -> new AcknowledgementSource(text, options, true);
          case "APERAK" -> new AcknowledgementSource(text, options, false);
          default -> new MsconsSource(text, options);
        };
    return new Reading(text, source);
  }

  /** Some messages in order; none at the end of the interchange. */
  List<ReadMessage> next() throws IOException {
    List<ReadMessage> batch = new ArrayList<>();
    int values = 0;
    while (batch.size() < BATCH_MESSAGES && values < BATCH_VALUES) {
      Optional<ReadMessage> next = source.next();
      if (next.isEmpty()) {
        break;
      }
      batch.add(next.get());
      values += next.get().message().values();
    }
    return batch;
  }

  /** What is known about the interchange so far; complete once {@link #next} answers nothing. */
  InterchangeResult result() {
    return source.result();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
