package org.nachbarstrom.edifact.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader.Step;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** What must hold for any input whatsoever. */
final class Invariants {
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  private Invariants() {}

  /**
   * Checks an input.
   *
   * @throws AssertionError if something does not hold
   * @throws RuntimeException if the reader throws, which it must not
   */
  static void check(byte[] input) {
    ValidationReport report = validate(new ByteArrayInputStream(input));
    // Where the buffer ends must not matter.
    assertThat(validate(new Crumbs(input))).isEqualTo(report);
    assertThat(report.messages()).hasSize(report.interchange().messages());
    for (MessageVerdict message : report.messages()) {
      assertThat(message.findings().size()).isLessThanOrEqualTo(message.findingCount());
      assertThat(message.accepted()).isEqualTo(message.findings().isEmpty());
    }
    if (report.interchange().contrlDue()) {
      byte[] contrl = Contrl.refuse(report.interchange(), "CTR1", NOW);
      assertThat(validate(new ByteArrayInputStream(contrl)).interchange().syntaxValid()).isTrue();
    }
    roundTrip(input);
  }

  private static ValidationReport validate(InputStream in) {
    try {
      return InterchangeValidation.validate(in, ReadOptions.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Segments that were read, written and read again are the same. */
  private static void roundTrip(byte[] input) {
    List<Segment> read = segments(input);
    SegmentWriter out = new SegmentWriter(ServiceCharacters.DEFAULT);
    for (Segment segment : read) {
      out.segment(segment.tag());
      segment.elements().forEach(components -> out.element(components.toArray(String[]::new)));
      out.end();
    }
    assertThat(segments(out.toByteArray()).stream().map(Invariants::trimmed).toList())
        .isEqualTo(read.stream().map(Invariants::trimmed).toList());
  }

  /** Tag and components without the empty ones at the end, which a writer drops. */
  private static List<List<String>> trimmed(Segment segment) {
    List<List<String>> elements = new ArrayList<>(List.of(List.of(segment.tag())));
    for (List<String> components : segment.elements()) {
      int end = components.size();
      while (end > 0 && components.get(end - 1).isEmpty()) {
        end--;
      }
      elements.add(components.subList(0, end));
    }
    while (elements.getLast().isEmpty()) {
      elements.removeLast();
    }
    return elements;
  }

  /** The segments whose tag can be written again, up to the first failure. */
  private static List<Segment> segments(byte[] input) {
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(input), SegmentLimits.DEFAULT);
    List<Segment> segments = new ArrayList<>();
    try {
      while (reader.next() == Step.SEGMENT) {
        Segment segment = Segment.copyOf(reader, 0);
        if (!segment.tag().equals("???") && !segment.tag().equals("UNA")) {
          segments.add(segment);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return segments;
  }

  /** Gives a few bytes at a time, a different number each time. */
  private static final class Crumbs extends InputStream {
    private final byte[] bytes;
    private int position;
    private int step;

    Crumbs(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return position == bytes.length ? -1 : bytes[position++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (position == bytes.length) {
        return -1;
      }
      step = step % 17 + 1;
      int count = Math.min(Math.min(step, length), bytes.length - position);
      System.arraycopy(bytes, position, target, offset, count);
      position += count;
      return count;
    }
  }
}
