package org.nachbarstrom.edifact.core.interchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Puts messages of one type into interchanges and begins another one where a limit would be
 * exceeded; each part is a whole interchange with its own reference. Holds one message in memory,
 * not the interchange. Not safe for use by several threads.
 */
public final class InterchangeWriter implements AutoCloseable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HHmm").withZone(ZoneOffset.UTC);
  private static final int LONGEST_HEADER =
      ("UNA:+.? 'UNB+UNOC:3+9900000000011:500+9900000000029:500"
              + "+991231:2359+12345678901234++TL++++1'")
          .length();
  private static final int LONGEST_TRAILER = "UNZ+999999+12345678901234'".length();

  private final InterchangeEnvelope envelope;
  private final ReferenceSource references;
  private final InterchangeLimits limits;
  private final InterchangeTarget target;
  private final SegmentWriter service = new SegmentWriter(ServiceCharacters.DEFAULT);
  private final List<WrittenInterchange> written = new ArrayList<>();
  private @Nullable Part part;
  private long messages;

  /** An interchange that is being written. */
  private static final class Part {
    final InterchangeFileName name;
    final OutputStream stream;
    int messages;
    long bytes;

    Part(InterchangeFileName name, OutputStream stream) {
      this.name = name;
      this.stream = stream;
    }
  }

  /** A writer; nothing is opened before the first message. */
  public InterchangeWriter(
      InterchangeEnvelope envelope,
      ReferenceSource references,
      InterchangeLimits limits,
      InterchangeTarget target) {
    this.envelope = envelope;
    this.references = references;
    this.limits = limits;
    this.target = target;
  }

  /** What all its interchanges share. */
  public InterchangeEnvelope envelope() {
    return envelope;
  }

  /** Limits of an interchange. */
  public InterchangeLimits limits() {
    return limits;
  }

  /**
   * The reference that the next message must have (UNH 0062): a running number, over all parts
   * unique.
   */
  public String nextMessageReference() {
    return Long.toString(messages + 1);
  }

  /**
   * Adds a message and empties its buffer.
   *
   * @param message UNH to UNT of one message with {@link #nextMessageReference}, written with
   *     {@link ServiceCharacters#DEFAULT}
   * @return the reference of the interchange it is in; nothing if the message alone exceeds the
   *     largest size, it is left out then
   * @throws IOException if the target fails
   * @throws IllegalArgumentException if the source of references gives an impossible one
   */
  public Optional<String> add(SegmentWriter message) throws IOException {
    int size = message.size();
    if (size + LONGEST_HEADER + LONGEST_TRAILER > limits.maxBytes()) {
      return Optional.empty();
    }
    Part current = partFor(size);
    message.drainTo(current.stream);
    current.bytes += size;
    current.messages++;
    messages++;
    return Optional.of(current.name.reference());
  }

  /**
   * Ends the last interchange.
   *
   * @return all interchanges in order; empty if there was no message
   * @throws IOException if the target fails
   */
  public List<WrittenInterchange> finish() throws IOException {
    Part current = part;
    if (current != null) {
      finishPart(current);
    }
    return List.copyOf(written);
  }

  /** Abandons an interchange that was not finished. */
  @Override
  public void close() throws IOException {
    Part current = part;
    part = null;
    if (current != null) {
      current.stream.close();
    }
  }

  private Part partFor(int size) throws IOException {
    Part current = part;
    if (current != null) {
      if (current.messages < limits.maxMessages()
          && current.bytes + size + LONGEST_TRAILER <= limits.maxBytes()) {
        return current;
      }
      finishPart(current);
    }
    return open();
  }

  private Part open() throws IOException {
    String reference = references.next();
    if (written.stream().anyMatch(other -> other.reference().equals(reference))) {
      throw new IllegalArgumentException("the reference comes twice: " + reference);
    }
    InterchangeFileName name = InterchangeFileName.of(envelope, reference);
    header(reference);
    Part opened = new Part(name, target.open(name));
    part = opened;
    opened.bytes = service.size();
    service.drainTo(opened.stream);
    return opened;
  }

  private void header(String reference) {
    Instant at = envelope.createdAt();
    service
        .una()
        .segment("UNB")
        .element("UNOC", "3")
        .element(envelope.sender().value(), qualifier(envelope.sender()))
        .element(envelope.recipient().value(), qualifier(envelope.recipient()))
        .element(DATE.format(at), TIME.format(at))
        .element(reference)
        .element()
        .element(envelope.applicationReference().code());
    if (envelope.test()) {
      service.element().element().element().element("1");
    }
    service.end();
  }

  private static String qualifier(MarketPartnerCode code) {
    return CodeIssuer.of(code).interchangeQualifier();
  }

  private void finishPart(Part current) throws IOException {
    String reference = current.name.reference();
    service.segment("UNZ").element().number(current.messages, 0).element(reference).end();
    current.bytes += service.size();
    service.drainTo(current.stream);
    part = null;
    current.stream.close();
    written.add(new WrittenInterchange(reference, current.name, current.messages, current.bytes));
  }
}
