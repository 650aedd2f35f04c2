package org.nachbarstrom.edifact.core.ahb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.PartnerKnowledge;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mig.NumberText;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.edifact.core.syntax.SegmentLimits;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/** Checks messages given as text and says what was found, one line each. */
final class CheckRun implements FindingSink {
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Set<MarketRole>> roles = new HashMap<>();
  private final List<Optional<ValueRule>> rules = new ArrayList<>();
  private Instant latestCreation = Instant.parse("2030-01-01T00:00:00Z");
  private String applicationReference = "";
  private boolean lenient;

  static CheckRun create() {
    return new CheckRun();
  }

  CheckRun role(String partner, MarketRole... known) {
    roles.put(partner, Set.of(known));
    return this;
  }

  CheckRun latestCreation(String instant) {
    latestCreation = Instant.parse(instant);
    return this;
  }

  CheckRun applicationReference(String reference) {
    applicationReference = reference;
    return this;
  }

  CheckRun lenient() {
    lenient = true;
    return this;
  }

  /** The rules that the values of the last message had. */
  List<Optional<ValueRule>> rules() {
    return rules;
  }

  /** Findings of an interchange or of bare segments, each ended by an apostrophe. */
  List<String> check(String text) {
    findings.clear();
    List<Segment> message = new ArrayList<>();
    for (Segment segment : segments(text)) {
      switch (segment.tag()) {
        case "UNA", "UNZ" -> {
          // not part of a message
        }
        case "UNB" -> applicationReference = segment.text(7, 1);
        case "UNT" -> {
          checkMessage(message);
          message.clear();
        }
        default -> message.add(segment);
      }
    }
    if (!message.isEmpty()) {
      checkMessage(message);
    }
    return List.copyOf(findings);
  }

  private void checkMessage(List<Segment> message) {
    String version = message.getFirst().text(2, 5);
    String identifier =
        message.stream()
            .filter(each -> each.tag().equals("RFF") && each.text(1, 1).equals("Z13"))
            .map(each -> each.text(1, 2))
            .findFirst()
            .orElse("");
    checkMessage(Handbook.of(version).orElseThrow().profile(identifier).orElseThrow(), message);
  }

  /** Checks segments by a given profile. */
  void checkMessage(Profile profile, List<Segment> message) {
    rules.clear();
    MessageCheck check = profile.check(context(), this);
    List<Segment> group = new ArrayList<>();
    char stage = 'h';
    for (Segment segment : message) {
      char next = stage(segment.tag(), stage, group);
      if (next != 0) {
        hand(check, stage, group);
        group.clear();
        stage = next;
      }
      group.add(segment);
    }
    hand(check, stage, group);
    check.finish();
  }

  CheckContext context() {
    PartnerKnowledge known = (code, at) -> Optional.ofNullable(roles.get(code));
    InterchangeHeader header =
        new InterchangeHeader(
            "S", "500", "R", "500", Optional.empty(), "REF", applicationReference);
    return new CheckContext(header, latestCreation, known, new NumberText.Notation('.', lenient));
  }

  /** The stage that a segment begins, 0 if it goes on with the current one. */
  private static char stage(String tag, char stage, List<Segment> group) {
    boolean headOver = group.stream().anyMatch(each -> each.tag().equals("UNS")) || stage != 'h';
    if (!headOver) {
      return 0;
    }
    return switch (tag) {
      case "NAD" -> 'o';
      case "LOC" ->
          stage == 'o' && group.stream().noneMatch(each -> each.tag().equals("LOC")) ? 0 : 'o';
      case "LIN" -> 'l';
      case "PIA" -> stage == 'l' ? 0 : 'l';
      case "QTY" -> 'v';
      default -> 0;
    };
  }

  private void hand(MessageCheck check, char stage, List<Segment> group) {
    switch (stage) {
      case 'h' -> check.head(group);
      case 'o' -> check.object(group);
      case 'l' -> check.line(group);
      default -> rules.add(check.value(group));
    }
  }

  static List<Segment> segments(String text) {
    byte[] bytes = text.replace("\n", "").getBytes(StandardCharsets.ISO_8859_1);
    SegmentReader reader =
        new SegmentReader(new ByteArrayInputStream(bytes), SegmentLimits.DEFAULT);
    List<Segment> segments = new ArrayList<>();
    int number = 0;
    try {
      while (reader.next() == SegmentReader.Step.SEGMENT) {
        Segment segment = Segment.copyOf(reader, 0);
        number = segment.tag().equals("UNH") ? 1 : number + 1;
        segments.add(Segment.copyOf(reader, number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return segments;
  }

  @Override
  public void report(
      FindingCode code, Segment segment, String segmentName, Place place, String text) {
    findings.add(code + " " + segment.raw() + " @" + place.element() + "." + place.component());
  }

  @Override
  public void missing(
      FindingCode code, Segment before, String tag, String segmentName, String text) {
    findings.add(code + " " + segmentName + " " + tag + " after " + before.raw());
  }
}
