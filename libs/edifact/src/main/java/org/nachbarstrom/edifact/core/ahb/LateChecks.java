package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** What can be judged only with the object or at the end of the message. */
final class LateChecks {
  /** A segment that came, or the one behind which it is missing. */
  private record Waiting(Status status, SegmentUse use, Segment segment, boolean missing) {}

  private final Facts facts;
  private final Findings findings;
  private final List<Waiting> waiting = new ArrayList<>();

  LateChecks(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /** Whether a status cannot be judged yet while the segments of a call come. */
  boolean waits(Status status, GroupUse.Stage stage) {
    return status.settled() == Term.Settled.AT_END
        || (status.settled() == Term.Settled.WITH_OBJECT && stage == GroupUse.Stage.HEAD);
  }

  void missing(Status status, SegmentUse use, Segment before) {
    waiting.add(new Waiting(status, use, before, true));
  }

  void present(Status status, SegmentUse use, Segment segment) {
    waiting.add(new Waiting(status, use, segment, false));
  }

  /** The object is known. */
  void withObject() {
    for (Waiting each : List.copyOf(waiting)) {
      if (each.status().settled() == Term.Settled.WITH_OBJECT) {
        judge(each);
        waiting.remove(each);
      }
    }
  }

  /** The message is over. */
  void atEnd() {
    waiting.forEach(this::judge);
    waiting.clear();
  }

  private void judge(Waiting each) {
    if (each.missing() && each.status().required(facts)) {
      findings.missing(
          FindingCode.REQUIRED_ITEM_MISSING,
          each.segment(),
          each.use(),
          each.use().tag() + " is missing: " + each.status());
    } else if (!each.missing()) {
      notAllowed(each.status(), each.use(), each.segment());
    }
  }

  /** Reports a segment whose status does not hold, and says whether it did. */
  boolean notAllowed(Status status, SegmentUse use, Segment segment) {
    boolean forbidden = status.allowed(facts) == Verdict.FALSE;
    if (forbidden) {
      Optional<Term> term = Cause.of(status, facts).term();
      String why = term.map(each -> each.text() + " [" + each.number() + "]").orElse("");
      String text = use.tag() + " stands only where " + why + ": " + status;
      findings.segment(FindingCode.ITEM_NOT_ALLOWED, segment, use, text);
    }
    return forbidden;
  }
}
