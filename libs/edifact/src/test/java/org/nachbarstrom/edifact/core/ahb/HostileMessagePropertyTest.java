package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * Whatever segments come in whatever calls, a check ends and every finding is about one of them.
 */
class HostileMessagePropertyTest {
  private static final List<String> TAGS =
      List.of(
          "UNH", "BGM", "DTM", "RFF", "NAD", "CTA", "COM", "UNS", "LOC", "CCI", "LIN", "PIA", "QTY",
          "STS", "UNT", "XYZ");
  private static final List<String> TEXTS =
      List.of(
          "",
          "7",
          "Z48",
          "9",
          "137",
          "163",
          "164",
          "60",
          "303",
          "304",
          "102",
          "610",
          "AGI",
          "Z13",
          "MS",
          "MR",
          "DP",
          "D",
          "172",
          "51238696781",
          "202611220500+00",
          "20261122",
          "202611",
          "5",
          "1-1:1.29.0",
          "SRW",
          "67",
          "220",
          "Z18",
          "0.080",
          "-",
          ".",
          "1,5",
          "Z32",
          "Z92",
          "Z40",
          "Z74",
          "10",
          "Z36",
          "293",
          "9900000000011",
          "\u00e4\u00f6\u00fc",
          "EM",
          "AUA",
          "Z08",
          "KWH",
          "AGK",
          "237");

  /** A call of the check with its segments. */
  record Call(int stage, List<Segment> segments) {}

  @Property(tries = 2000)
  void neverThrows(@ForAll("calls") List<Call> calls, @ForAll("profiles") Profile profile) {
    List<Segment> given = new ArrayList<>();
    calls.forEach(call -> given.addAll(call.segments()));
    List<Segment> blamed = new ArrayList<>();
    MessageCheck check = profile.check(CheckRun.create().context(), new Blame(blamed));
    for (Call call : calls) {
      switch (call.stage()) {
        case 0 -> check.head(call.segments());
        case 1 -> check.object(call.segments());
        case 2 -> check.line(call.segments());
        case 3 -> check.value(call.segments());
        default -> check.finish();
      }
    }
    check.finish();
    assertThat(given).containsAll(blamed);
  }

  @Provide
  Arbitrary<Profile> profiles() {
    List<Profile> profiles = new ArrayList<>();
    for (String version : Handbook.VERSIONS) {
      profiles.addAll(Handbook.of(version).orElseThrow().profiles());
    }
    return Arbitraries.of(profiles);
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<List<String>> element = Arbitraries.of(TEXTS).list().ofMaxSize(4);
    Arbitrary<List<List<String>>> elements = element.list().ofMaxSize(5);
    Arbitrary<Segment> segment =
        Combinators.combine(Arbitraries.of(TAGS), elements)
            .as((tag, parts) -> new Segment(1, tag, parts));
    return Combinators.combine(Arbitraries.integers().between(0, 4), segment.list().ofMaxSize(8))
        .as(Call::new)
        .list()
        .ofMaxSize(8);
  }

  /** Remembers what was found to be wrong. */
  private record Blame(List<Segment> segments) implements FindingSink {
    @Override
    public void report(
        FindingCode code, Segment segment, String segmentName, Place place, String text) {
      segments.add(segment);
    }

    @Override
    public void missing(
        FindingCode code, Segment before, String tag, String segmentName, String text) {
      segments.add(before);
    }
  }
}
