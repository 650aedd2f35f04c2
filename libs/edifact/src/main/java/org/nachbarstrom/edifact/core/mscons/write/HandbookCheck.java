package org.nachbarstrom.edifact.core.mscons.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.PartnerKnowledge;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ahb.CheckContext;
import org.nachbarstrom.edifact.core.ahb.FindingSink;
import org.nachbarstrom.edifact.core.ahb.Handbook;
import org.nachbarstrom.edifact.core.ahb.MessageCheck;
import org.nachbarstrom.edifact.core.ahb.Profile;
import org.nachbarstrom.edifact.core.interchange.CodeIssuer;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mig.NumberText;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;
import org.nachbarstrom.quantities.ObisCode;

/**
 * Holds a message to the application handbook of its version before it is written: codes, status
 * and roles. Of a load profile it looks at the head and at one value of each quality and status,
 * since the handbook decides by these; a profile that looks like an earlier one is not judged
 * again.
 */
final class HandbookCheck {
  private static final int MAX_KNOWN = 1_000;
  private static final NumberText.Notation POINT = new NumberText.Notation('.', false);

  private final CheckContext context;
  private final SegmentWriter draft = new SegmentWriter(ServiceCharacters.DEFAULT);
  private final MessageSegments segments;
  private final Set<ProfileLook> clean = new HashSet<>();

  /**
   * All of a load profile that the handbook decides by; document number, numbers and times are
   * checked before for each message.
   */
  private record ProfileLook(
      MsconsHead head, MeteredObject.Kind object, List<ObisCode> registers, List<?> shapes) {
    static ProfileLook of(LoadProfile profile) {
      MsconsHead head = profile.head();
      MsconsHead unnumbered =
          new MsconsHead(
              head.version(),
              head.checkIdentifier(),
              head.documentKind(),
              "",
              head.messageTime(),
              head.sender(),
              head.recipient(),
              head.references());
      return new ProfileLook(
          unnumbered,
          profile.object().kind(),
          profile.series().stream().map(RegisterSeries::obis).toList(),
          profile.series().stream()
              .map(series -> List.copyOf(ValueShape.firstOfEach(series).keySet()))
              .toList());
    }
  }

  HandbookCheck(
      InterchangeEnvelope envelope, PartnerKnowledge partners, Optional<SenderContact> contact) {
    InterchangeHeader header =
        new InterchangeHeader(
            envelope.sender().value(),
            CodeIssuer.of(envelope.sender()).interchangeQualifier(),
            envelope.recipient().value(),
            CodeIssuer.of(envelope.recipient()).interchangeQualifier(),
            Optional.of(envelope.createdAt()),
            "",
            envelope.applicationReference().code());
    this.context = new CheckContext(header, envelope.createdAt(), partners, POINT);
    this.segments = MessageSegments.draft(draft, contact);
  }

  /** What is wrong with a message that {@link ContentCheck} passed; empty if it may be written. */
  List<Finding> check(MsconsContent content, String messageReference) {
    if (!(content instanceof LoadProfile profile)) {
      return judge(content, messageReference);
    }
    ProfileLook look = ProfileLook.of(profile);
    if (clean.contains(look)) {
      return List.of();
    }
    List<Finding> findings = judge(content, messageReference);
    if (findings.isEmpty()) {
      if (clean.size() == MAX_KNOWN) {
        clean.clear();
      }
      clean.add(look);
    }
    return findings;
  }

  private List<Finding> judge(MsconsContent content, String messageReference) {
    MsconsHead head = content.head();
    Profile profile =
        Handbook.of(head.version())
            .flatMap(handbook -> handbook.profile(head.checkIdentifier()))
            .orElseThrow(() -> new IllegalStateException("no profile for " + head));
    segments.write(content, messageReference);
    Sink sink = new Sink(messageReference);
    run(profile.check(context, sink), read(draft.toByteArray()));
    return sink.findings;
  }

  private static List<Segment> read(byte[] message) {
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(message), SegmentLimits.DEFAULT);
    List<Segment> read = new ArrayList<>();
    try {
      while (reader.next() == SegmentReader.Step.SEGMENT) {
        read.add(Segment.copyOf(reader, 0));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return read;
  }

  private static void run(MessageCheck check, List<Segment> message) {
    int begin = end(message, 0, "NAD+DP");
    check.head(message.subList(0, begin));
    int next = end(message, begin, "LIN");
    check.object(message.subList(begin, next));
    while (next < message.size() - 1) {
      begin = next;
      next = Math.min(end(message, begin + 1, "LIN"), end(message, begin + 1, "QTY"));
      List<Segment> group = message.subList(begin, next);
      if (group.getFirst().tag().equals("LIN")) {
        check.line(group);
      } else {
        check.value(group);
      }
    }
    check.finish();
  }

  /** Index of the next segment that begins so, or of UNT. */
  private static int end(List<Segment> message, int from, String start) {
    int index = from;
    while (index < message.size() - 1 && !message.get(index).raw().startsWith(start)) {
      index++;
    }
    return index;
  }

  /** Collects findings. */
  private static final class Sink implements FindingSink {
    private final String messageReference;
    private final List<Finding> findings = new ArrayList<>();

    Sink(String messageReference) {
      this.messageReference = messageReference;
    }

    @Override
    public void report(
        FindingCode code, Segment segment, String segmentName, Place place, String text) {
      Position position =
          new Position(messageReference, 0, segment.tag(), place.element(), place.component());
      add(new Finding(code, position, text, segment.raw()));
    }

    @Override
    public void missing(
        FindingCode code, Segment before, String tag, String segmentName, String text) {
      add(new Finding(code, new Position(messageReference, 0, tag, 0, 0), text, ""));
    }

    private void add(Finding finding) {
      if (findings.size() < Objections.MAX_FINDINGS) {
        findings.add(finding);
      }
    }
  }
}
