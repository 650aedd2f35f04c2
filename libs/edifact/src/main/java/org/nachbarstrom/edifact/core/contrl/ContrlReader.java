package org.nachbarstrom.edifact.core.contrl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/**
 * Reads the CONTRL messages of partners. Segments may come in any order that tells what belongs
 * together; of a message at most 10 000 errors are kept.
 */
public final class ContrlReader {
  static final String TYPE = "CONTRL";
  private static final String VERSION = "2.0b";

  /** Takes the messages of an interchange one after the other. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Takes a message.
     *
     * @throws IOException if the handler cannot go on; reading stops with it
     */
    void message(ContrlResult message) throws IOException;
  }

  private ContrlReader() {}

  /**
   * Reads an interchange to its end and hands its messages over in order; a message of another type
   * is handed over with a finding that says so.
   *
   * @return what is known about the interchange as a whole
   * @throws IOException if the stream or the handler fails
   */
  public static InterchangeResult read(InputStream in, ReadOptions options, Handler handler)
      throws IOException {
    InterchangeReader reader = new InterchangeReader(in, options);
    while (reader.next() == InterchangeReader.Event.MESSAGE) {
      handler.message(readMessage(reader));
    }
    return reader.result();
  }

  /**
   * Reads the current message to its end.
   *
   * @param reader a reader whose last event was {@link InterchangeReader.Event#MESSAGE}
   * @throws IOException if the stream fails
   */
  public static ContrlResult readMessage(InterchangeReader reader) throws IOException {
    boolean right = reader.message().type().equals(TYPE);
    if (!right) {
      String text = "'" + reader.message().type() + "' is no " + TYPE;
      reader.report(FindingCode.MESSAGE_TYPE_NOT_IMPORTED, 2, 1, text);
    } else if (!reader.message().version().equals(VERSION)) {
      String text = TYPE + " " + reader.message().version() + " is read as " + VERSION;
      reader.report(FindingCode.MESSAGE_VERSION_UNSUPPORTED, 2, 5, text);
    }
    ContrlParser parser = new ContrlParser(reader);
    while (reader.next() == InterchangeReader.Event.SEGMENT) {
      if (right) {
        parser.segment();
      }
    }
    var message = right ? parser.finish() : Optional.<ContrlMessage>empty();
    return new ContrlResult(reader.message(), message, reader.messageFindings());
  }
}
