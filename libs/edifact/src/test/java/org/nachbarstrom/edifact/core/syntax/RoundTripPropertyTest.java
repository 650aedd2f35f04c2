package org.nachbarstrom.edifact.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nachbarstrom.edifact.core.syntax.SegmentReader.Step;

class RoundTripPropertyTest {
  private static final List<Character> SEPARATORS =
      "!\"#$%&'()*+/:;<=>?@[\\]^_`{|}~\u00a7".chars().mapToObj(c -> (char) c).toList();

  @Property(tries = 500)
  void whatIsWrittenIsRead(
      @ForAll("characters") ServiceCharacters characters,
      @ForAll("segments") List<List<List<String>>> segments)
      throws IOException {
    SegmentWriter writer = new SegmentWriter(characters).una();
    for (List<List<String>> segment : segments) {
      writer.segment("FTX");
      segment.forEach(element -> writer.element(element.toArray(String[]::new)));
      writer.end();
    }
    assertThat(read(writer.toByteArray())).isEqualTo(segments);
  }

  @Property(tries = 500)
  void anyBytesAreReadToAnEndWithinTheLimits(@ForAll byte[] bytes) throws IOException {
    SegmentLimits limits = new SegmentLimits(64, 16);
    SegmentReader reader = new SegmentReader(new ByteArrayInputStream(bytes), limits);
    int steps = 0;
    while (reader.next() == Step.SEGMENT) {
      assertThat(reader.elementCount()).isLessThanOrEqualTo(limits.maxComponents());
      steps++;
    }
    assertThat(steps).isLessThanOrEqualTo(bytes.length);
  }

  @Provide
  Arbitrary<ServiceCharacters> characters() {
    Arbitrary<List<Character>> four =
        Arbitraries.shuffle(SEPARATORS).map(list -> list.subList(0, 4));
    return Combinators.combine(four, Arbitraries.of('.', ','))
        .as((chosen, mark) ->
            new ServiceCharacters(
                (byte) chosen.get(0).charValue(),
                (byte) chosen.get(1).charValue(),
                (byte) mark.charValue(),
                (byte) chosen.get(2).charValue(),
                (byte) chosen.get(3).charValue()));
  }

  /** Segments whose last elements and components are not empty, since those are not sent. */
  @Provide
  Arbitrary<List<List<List<String>>>> segments() {
    Arbitrary<String> filled =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withCharRange('\u00a0', '\u00ff')
            .ofMinLength(1);
    Arbitrary<String> any = Arbitraries.oneOf(Arbitraries.just(""), filled);
    Arbitrary<List<String>> element =
        Combinators.combine(any.list().ofMaxSize(3), filled).as(RoundTripPropertyTest::append);
    return element.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(8);
  }

  private static List<String> append(List<String> start, String last) {
    List<String> all = new ArrayList<>(start);
    all.add(last);
    return all;
  }

  private static List<List<List<String>>> read(byte[] bytes) throws IOException {
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(bytes), SegmentLimits.DEFAULT);
    List<List<List<String>>> segments = new ArrayList<>();
    while (reader.next() == Step.SEGMENT) {
      List<List<String>> segment = new ArrayList<>();
      for (int element = 1; element <= reader.elementCount(); element++) {
        List<String> components = new ArrayList<>();
        for (int component = 1; component <= reader.componentCount(element); component++) {
          components.add(reader.text(element, component));
        }
        segment.add(components);
      }
      segments.add(segment);
    }
    return segments;
  }
}
