package org.nachbarstrom.edifact.subscription;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.interchange.MemoryTarget;
import org.nachbarstrom.edifact.core.interchange.ReferenceSource;
import org.nachbarstrom.edifact.core.interchange.WrittenInterchange;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.write.MsconsWriter;
import org.nachbarstrom.edifact.core.mscons.write.WriteOptions;
import org.nachbarstrom.edifact.core.mscons.write.WriteOutcome;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.ValidationReport;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;

/** Writes drafts of one route into interchanges. Blocks. */
final class MsconsBatch {
  private static final int MOST_FINDINGS = 20;

  private final InterchangeEnvelope envelope;
  private final PartnerSnapshot known;

  MsconsBatch(Route route, ApplicationReference application, PartnerSnapshot known, Instant at) {
    this.envelope = InterchangeEnvelope.mscons(application, route.sender(), route.partner(), at);
    this.known = known;
  }

  /** Written interchanges, and what became of each draft. */
  record Result(List<Unsent> interchanges, List<WrittenDraft> drafts) {}

  /**
   * A draft.
   *
   * @param interchange reference of its interchange; empty if it was left out
   * @param findings why it was left out
   */
  record WrittenDraft(List<String> documentNumbers, String interchange, List<String> findings) {}

  /** An interchange that is not queued yet. */
  static final class Unsent {
    private final OutgoingHeader header;
    private final byte[] bytes;
    private final List<NewMessage> messages;

    Unsent(OutgoingHeader header, byte[] bytes, List<NewMessage> messages) {
      this.header = header;
      this.bytes = bytes;
      this.messages = messages;
    }

    String reference() {
      return header.reference();
    }

    NewInterchange caused(Cause cause) {
      return new NewInterchange(header, bytes, messages, cause);
    }
  }

  Result write(List<? extends Draft> drafts, Heads heads, List<String> references)
      throws IOException {
    List<WrittenDraft> results = new ArrayList<>();
    Map<String, List<NewMessage>> messages = new LinkedHashMap<>();
    MemoryTarget target = new MemoryTarget();
    try (MsconsWriter writer = writer(references.iterator()::next, target)) {
      for (Draft draft : drafts) {
        List<MsconsContent> contents = draft.messages(heads);
        List<String> numbers =
            contents.stream().map(content -> content.head().documentNumber()).toList();
        List<String> findings = findings(contents);
        String interchange = findings.isEmpty() ? add(writer, contents, messages) : "";
        results.add(new WrittenDraft(numbers, interchange, findings));
      }
      List<Unsent> unsent = new ArrayList<>();
      for (WrittenInterchange written : writer.finish()) {
        unsent.add(
            new Unsent(
                header(written),
                target.bytes(written),
                messages.getOrDefault(written.reference(), List.of())));
      }
      return new Result(unsent, results);
    }
  }

  private MsconsWriter writer(ReferenceSource references, MemoryTarget target) {
    return new MsconsWriter(envelope, references, WriteOptions.DEFAULT.withPartners(known), target);
  }

  private static String add(
      MsconsWriter writer, List<MsconsContent> contents, Map<String, List<NewMessage>> messages)
      throws IOException {
    String interchange = "";
    for (MsconsContent content : contents) {
      switch (writer.add(content)) {
        case WriteOutcome.Written written -> {
          interchange = written.interchangeReference();
          messages
              .computeIfAbsent(interchange, reference -> new ArrayList<>())
              .add(MessageNames.of(written.messageReference(), content));
        }
        case WriteOutcome.Refused refused ->
            throw new IllegalStateException("was written before: " + refused);
        case WriteOutcome.TooLarge large ->
            throw new IllegalStateException("was written before: " + large);
      }
    }
    return interchange;
  }

  /** What is wrong with some messages alone, by the writer or as their reader would say. */
  private List<String> findings(List<MsconsContent> contents) throws IOException {
    MemoryTarget target = new MemoryTarget();
    try (MsconsWriter writer = writer(List.of("TRIAL").iterator()::next, target)) {
      for (MsconsContent content : contents) {
        switch (writer.add(content)) {
          case WriteOutcome.Written written -> {}
          case WriteOutcome.Refused refused -> {
            return texts(refused.findings().stream());
          }
          case WriteOutcome.TooLarge large -> {
            return List.of("the message has " + large.bytes() + " bytes");
          }
        }
      }
      byte[] bytes = target.bytes(writer.finish().getFirst());
      ValidationReport report =
          InterchangeValidation.validate(
              new ByteArrayInputStream(bytes), ReadOptions.DEFAULT.withPartners(known));
      return texts(
          Stream.concat(
              report.interchange().findings().stream(),
              report.messages().stream().flatMap(message -> message.findings().stream())));
    }
  }

  private static List<String> texts(Stream<Finding> findings) {
    return findings.map(Finding::toString).limit(MOST_FINDINGS).toList();
  }

  private OutgoingHeader header(WrittenInterchange written) {
    return new OutgoingHeader(
        envelope.sender().value(),
        envelope.recipient().value(),
        envelope.messageType(),
        envelope.applicationReference().code(),
        written.reference(),
        envelope.createdAt());
  }
}
