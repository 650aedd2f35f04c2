package org.nachbarstrom.benchmarks;

import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamConstants;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.write.MsconsWriter;
import org.nachbarstrom.edifact.core.mscons.write.WriteOptions;
import org.nachbarstrom.edifact.core.mscons.write.WriteOutcome;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;

/** Ways to write an interchange into memory. */
final class Writing {
  private static final Instant CREATED = Instant.parse("2026-09-02T05:00:00Z");
  private static final int FLUSHED_BYTES = 65_536;

  private Writing() {}

  /** The load profiles of {@link InterchangeInput#MONTHS}. */
  static List<LoadProfile> profiles() {
    try {
      return Parsing.profiles(InterchangeInput.MONTHS.bytes());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Ours: everything checked, numbers and times formatted. */
  static void msconsWriter(List<LoadProfile> profiles, ByteArrayOutputStream out)
      throws IOException {
    InterchangeEnvelope envelope =
        InterchangeEnvelope.mscons(
            ApplicationReference.TIME_SERIES,
            profiles.getFirst().head().sender(),
            profiles.getFirst().head().recipient(),
            CREATED);
    try (MsconsWriter writer =
        new MsconsWriter(envelope, () -> "BENCH", WriteOptions.DEFAULT, name -> out)) {
      for (LoadProfile profile : profiles) {
        if (!(writer.add(profile) instanceof WriteOutcome.Written)) {
          throw new IllegalStateException("A message was refused");
        }
      }
      writer.finish();
    }
  }

  /** The segments of an interchange as texts, ready to be written. */
  static List<Segment> segments(byte[] interchange) {
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(interchange), SegmentLimits.DEFAULT);
    List<Segment> segments = new ArrayList<>();
    try {
      while (reader.next() == SegmentReader.Step.SEGMENT) {
        segments.add(Segment.copyOf(reader, 0));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return segments;
  }

  /** Ours, syntax only: texts that are ready. */
  static void segmentWriter(List<Segment> segments, ByteArrayOutputStream out) throws IOException {
    SegmentWriter writer = new SegmentWriter(ServiceCharacters.DEFAULT).una();
    for (Segment segment : segments) {
      writer.segment(segment.tag());
      for (List<String> components : segment.elements()) {
        writer.element();
        for (int i = 0; i < components.size(); i++) {
          writer.component(components.get(i));
        }
      }
      writer.end();
      if (writer.size() > FLUSHED_BYTES) {
        writer.drainTo(out);
      }
    }
    writer.drainTo(out);
  }

  /** StAEDI: texts that are ready, nothing validated, so that it does as little as it can. */
  static void staediWriter(List<Segment> segments, ByteArrayOutputStream out)
      throws EDIStreamException {
    EDIOutputFactory factory = EDIOutputFactory.newFactory();
    factory.setProperty(EDIStreamConstants.Delimiters.RELEASE, '?');
    factory.setProperty(EDIStreamConstants.Delimiters.DECIMAL, '.');
    try (EDIStreamWriter writer = factory.createEDIStreamWriter(out)) {
      writer.startInterchange();
      for (Segment segment : segments) {
        writer.writeStartSegment(segment.tag());
        for (List<String> components : segment.elements()) {
          staediElement(writer, components);
        }
        writer.writeEndSegment();
      }
      writer.endInterchange();
    }
  }

  private static void staediElement(EDIStreamWriter writer, List<String> components)
      throws EDIStreamException {
    if (components.size() == 1) {
      String only = components.getFirst();
      if (only.isEmpty()) {
        writer.writeEmptyElement();
      } else {
        writer.writeElement(only);
      }
      return;
    }
    writer.writeStartElement();
    for (int i = 0; i < components.size(); i++) {
      String text = components.get(i);
      if (text.isEmpty()) {
        writer.writeEmptyComponent();
      } else {
        writer.writeComponent(text);
      }
    }
    writer.endElement();
  }
}
