package org.nachbarstrom.edifact.core.aperak;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/**
 * Reads the APERAK messages of partners, 2.2 and 2.1i. Segments may come in any order that tells
 * what belongs together; contact data are skipped; of a message at most 10 000 errors are kept.
 */
public final class AperakReader {
  private static final String TYPE = "APERAK";
  private static final Set<String> VERSIONS =
      Set.of(AperakVersion.V2_1I.number(), AperakVersion.V2_2.number());

  /** Takes the messages of an interchange one after the other. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Takes a message.
     *
     * @throws IOException if the handler cannot go on; reading stops with it
     */
    void message(AperakResult message) throws IOException;
  }

  private AperakReader() {}

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
  public static AperakResult readMessage(InterchangeReader reader) throws IOException {
    boolean right = reader.message().type().equals(TYPE);
    if (!right) {
      String text = "'" + reader.message().type() + "' is no " + TYPE;
      reader.report(FindingCode.MESSAGE_TYPE_NOT_IMPORTED, 2, 1, text);
    } else if (!VERSIONS.contains(reader.message().version())) {
      String text = TYPE + " " + reader.message().version() + " is read as 2.2";
      reader.report(FindingCode.MESSAGE_VERSION_UNSUPPORTED, 2, 5, text);
    }
    AperakParser parser = new AperakParser(reader);
    while (reader.next() == InterchangeReader.Event.SEGMENT) {
      if (right) {
        parser.segment();
      }
    }
    Optional<AperakMessage> message = right ? parser.finish() : Optional.empty();
    return new AperakResult(reader.message(), message, reader.messageFindings());
  }
}
