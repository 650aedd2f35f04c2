package org.nachbarstrom.edifact.core.mscons;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/**
 * Reads the MSCONS of an interchange message by message.
 *
 * <p>Messages of other types, versions and Prüfidentifikatoren are refused with a finding that says
 * so and are read no further than needed for it; CONTRL and APERAK are only named. Not safe for use
 * by several threads.
 */
public final class MsconsReader {
  /** Takes the messages of an interchange one after the other. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Takes a message. Nothing final may be done with it yet: a syntax error further on refuses the
     * whole interchange.
     *
     * @throws IOException if the handler cannot go on; reading stops with it
     */
    void message(MessageResult message) throws IOException;
  }

  private final InterchangeReader reader;
  private final MsconsParser parser;

  /** A reader of the stream; the stream is not closed. */
  public MsconsReader(InputStream in, ReadOptions options) {
    this(in, options, HandbookChecks.known(), true);
  }

  /** A reader with other checks, or one that recognises no values as a whole. */
  MsconsReader(InputStream in, ReadOptions options, HandbookChecks checks, boolean recognise) {
    this.reader = new InterchangeReader(in, options);
    this.parser = new MsconsParser(reader, checks, recognise);
  }

  /**
   * Reads an interchange to its end and hands its messages over in order.
   *
   * @return what is known about the interchange as a whole
   * @throws IOException if the stream or the handler fails
   */
  public static InterchangeResult read(InputStream in, ReadOptions options, Handler handler)
      throws IOException {
    MsconsReader reader = new MsconsReader(in, options);
    while (true) {
      Optional<MessageResult> message = reader.next();
      if (message.isEmpty()) {
        return reader.result();
      }
      handler.message(message.get());
    }
  }

  /**
   * The next message, or nothing at the end of the interchange.
   *
   * @throws IOException if the stream fails
   */
  public Optional<MessageResult> next() throws IOException {
    while (true) {
      switch (reader.next()) {
        case MESSAGE -> parser.begin();
        case SEGMENT -> parser.segment();
        case MESSAGE_END -> {
          return Optional.of(finish());
        }
        case END -> {
          return Optional.empty();
        }
      }
    }
  }

  /** UNB; known once {@link #next} has answered. */
  public Optional<InterchangeHeader> header() {
    return reader.header();
  }

  /** What is known about the interchange so far; complete once {@link #next} answers nothing. */
  public InterchangeResult result() {
    return reader.result();
  }

  private MessageResult finish() {
    Optional<MsconsContent> content = parser.finish();
    List<Finding> findings = reader.messageFindings();
    if (findings.isEmpty() && parser.acknowledgement()) {
      return new MessageResult.Acknowledgement(parser.facts());
    }
    if (content.isPresent() && findings.isEmpty()) {
      return new MessageResult.Accepted(parser.facts(), content.get());
    }
    return new MessageResult.Refused(parser.facts(), findings, reader.messageFindingCount());
  }
}
