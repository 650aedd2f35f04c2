package org.nachbarstrom.edifact.core.mscons.write;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.interchange.InterchangeTarget;
import org.nachbarstrom.edifact.core.interchange.InterchangeWriter;
import org.nachbarstrom.edifact.core.interchange.ReferenceSource;
import org.nachbarstrom.edifact.core.interchange.WrittenInterchange;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;

/**
 * Writes MSCONS into interchanges, message by message. What the application handbook does not allow
 * is refused and leaves nothing behind; messages before and after it are not touched.
 *
 * <p>Reading what was written gives the same content again. Holds one message in memory. Not safe
 * for use by several threads.
 */
public final class MsconsWriter implements AutoCloseable {
  private final InterchangeWriter interchanges;
  private final SegmentWriter message = new SegmentWriter(ServiceCharacters.DEFAULT);
  private final MessageSegments segments;
  private final ContentCheck check;
  private final HandbookCheck handbook;

  /**
   * A writer.
   *
   * @param envelope what all messages share
   * @param references gives each interchange its reference
   * @param options limits and what is known of partners
   * @param target where interchanges go
   */
  public MsconsWriter(
      InterchangeEnvelope envelope,
      ReferenceSource references,
      WriteOptions options,
      InterchangeTarget target) {
    this.interchanges = new InterchangeWriter(envelope, references, options.limits(), target);
    this.segments = new MessageSegments(message, options.contact());
    this.check = new ContentCheck(envelope);
    this.handbook = new HandbookCheck(envelope, options.partners(), options.contact());
  }

  /**
   * Writes a message.
   *
   * @throws IOException if the target fails; what was written is worth nothing then
   */
  public WriteOutcome add(MsconsContent content) throws IOException {
    String reference = interchanges.nextMessageReference();
    List<Finding> findings = check.check(content, reference);
    if (findings.isEmpty()) {
      findings = handbook.check(content, reference);
    }
    if (!findings.isEmpty()) {
      return new WriteOutcome.Refused(findings);
    }
    segments.write(content, reference);
    if (message.segments() > LineLimits.MAX_SEGMENTS) {
      String text = "a message has at most " + LineLimits.MAX_SEGMENTS + " segments";
      Position end = new Position(reference, 0, "UNT", 1, 0);
      return new WriteOutcome.Refused(List.of(new Finding(FindingCode.PERIOD_TOO_LONG, end, text)));
    }
    long bytes = message.size();
    Optional<String> interchange = interchanges.add(message);
    if (interchange.isEmpty()) {
      return new WriteOutcome.TooLarge(bytes, interchanges.limits().maxBytes());
    }
    return new WriteOutcome.Written(interchange.get(), reference);
  }

  /**
   * Ends the last interchange.
   *
   * @return all interchanges in order; empty if no message was written
   * @throws IOException if the target fails
   */
  public List<WrittenInterchange> finish() throws IOException {
    return interchanges.finish();
  }

  /** Abandons an interchange that was not finished. */
  @Override
  public void close() throws IOException {
    interchanges.close();
  }
}
