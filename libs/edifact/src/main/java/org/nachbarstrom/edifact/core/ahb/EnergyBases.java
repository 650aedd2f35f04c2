package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.syntax.Segment;

/**
 * The basis of an energy (STS+10): whether readings exist at its beginning and end. Its codes
 * depend on the others of the line and on all lines of the register, so they are judged at the end.
 */
final class EnergyBases {
  /** One STS+10 and the interval of its value. */
  private record Basis(SegmentUse use, Segment segment, Interval interval) {}

  /** Begin and end in seconds since 1970. */
  private record Interval(long begin, long end) {}

  /** The bases of a line. */
  private record Line(String register, List<Basis> bases) {}

  private final Profile profile;
  private final Facts facts;
  private final Findings findings;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Interval> spans = new HashMap<>();
  private @Nullable Line line;
  private @Nullable Segment lastSegment;

  EnergyBases(Profile profile, Facts facts, Findings findings) {
    this.profile = profile;
    this.facts = facts;
    this.findings = findings;
  }

  void beginLine() {
    endLine();
    line = new Line(facts.register, new ArrayList<>());
    lines.add(line);
  }

  /** Takes the segments of a value. */
  void value(List<Segment> segments) {
    Facts.ValueTimes times = facts.times;
    if (times.begin.isInstant() && times.end.isInstant()) {
      Interval interval = new Interval(times.begin.epochSecond(), times.end.epochSecond());
      spans.merge(facts.register, interval, EnergyBases::span);
    }
    lastSegment = segments.isEmpty() ? lastSegment : segments.getLast();
  }

  private static Interval span(Interval a, Interval b) {
    return new Interval(Math.min(a.begin, b.begin), Math.max(a.end, b.end));
  }

  /** Takes an STS+10 of the value. */
  void basis(SegmentUse use, Segment segment) {
    Facts.ValueTimes times = facts.times;
    if (line != null) {
      Interval interval = new Interval(times.begin.epochSecond(), times.end.epochSecond());
      line.bases().add(new Basis(use, segment, interval));
    }
  }

  /** A line is over: it must have as many as the handbook wants. */
  void endLine() {
    Line ended = line;
    Segment behind = lastSegment;
    line = null;
    lastSegment = null;
    if (ended == null || behind == null) {
      return;
    }
    int count = ended.bases().size();
    for (SegmentUse use : profile.segments(GroupUse.Stage.VALUE)) {
      if (use.status().has(TermKind.REPETITION)) {
        Repetition.of(use.status())
            .check(count, facts)
            .ifPresent(code ->
                findings.missing(
                    code,
                    count == 0 ? behind : ended.bases().getLast().segment(),
                    use,
                    "STS+10 comes " + count + " times in the line: " + use.status()));
      }
    }
  }

  /** The message is over: judges the codes. */
  void judge(ElementCheck check) {
    for (Line each : lines) {
      Set<String> codes = new HashSet<>();
      each.bases().forEach(basis -> codes.add(basis.segment().text(2, 1)));
      facts.bases = codes;
      Interval span = spans.get(each.register());
      for (Basis basis : each.bases()) {
        facts.earliest = span == null || basis.interval().begin() <= span.begin();
        facts.latest = span == null || basis.interval().end() >= span.end();
        judge(basis, check);
      }
    }
  }

  private void judge(Basis basis, ElementCheck check) {
    for (ElementUse element : basis.use().elements()) {
      CodeUse code = element.code(basis.segment().text(element.element(), element.component()));
      if (code != null && code.status().settled() == Term.Settled.AT_END) {
        facts.judge(basis.segment(), element);
        check.judge(basis.use(), element, code);
      }
    }
  }
}
