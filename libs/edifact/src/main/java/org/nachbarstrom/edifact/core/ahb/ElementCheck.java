package org.nachbarstrom.edifact.core.ahb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mig.SegmentFault;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Checks the elements of a segment. */
final class ElementCheck {
  private final Facts facts;
  private final Findings findings;
  private final Set<String> packaged = new HashSet<>();

  ElementCheck(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /** Codes of packages count anew. */
  void beginGroup() {
    packaged.clear();
  }

  /** Checks a segment by the message description and, if that finds nothing, by the handbook. */
  void check(SegmentUse use, Segment segment) {
    List<SegmentFault> faults = use.form().faults(segment, facts.context.notation());
    if (!faults.isEmpty()) {
      report(faults, use.name(), segment);
      return;
    }
    List<ElementUse> elements = use.elements();
    for (int i = use.hasQualifier() ? 1 : 0; i < elements.size(); i++) {
      ElementUse element = elements.get(i);
      facts.judge(segment, element);
      if (element.codes().isEmpty()) {
        free(use, element);
      } else {
        coded(use, element);
      }
    }
    unlisted(use, segment);
  }

  /** Hands over what the message description has against a segment. */
  void report(List<SegmentFault> faults, String name, Segment segment) {
    for (SegmentFault fault : faults) {
      FindingSink.Place place = new FindingSink.Place(fault.element(), fault.component());
      findings.at(fault.code(), segment, name, place, fault.text());
    }
  }

  private void free(SegmentUse use, ElementUse element) {
    Status status = element.status();
    if (facts.value.isEmpty()) {
      if (status.requiresValue(facts)) {
        report(FindingCode.REQUIRED_ITEM_MISSING, use, element, "is missing: " + status);
      }
      return;
    }
    if (element.isTime() && !readable(use, element)) {
      return;
    }
    if (!status.terms().isEmpty() && status.allowed(facts) == Verdict.FALSE) {
      Cause cause = Cause.of(status, facts);
      report(code(cause), use, element, "is '" + facts.value + "', but " + demand(cause, status));
    }
  }

  /** Whether a time has its format; where the format code itself is wrong, that is the finding. */
  private boolean readable(SegmentUse use, ElementUse element) {
    String format = facts.segment.text(1, 3);
    ElementUse formats = use.at(1, 3);
    boolean known = formats == null || formats.code(format) != null;
    boolean time = !facts.time.equals(TimeText.NONE);
    if (known && !time) {
      String text = "is '" + facts.value + "', which has not format " + format;
      report(FindingCode.FORMAT_VIOLATED, use, element, text);
    }
    return known && time;
  }

  private FindingCode code(Cause cause) {
    if (cause.term().isEmpty()) {
      return FindingCode.ITEM_NOT_ALLOWED;
    }
    Term term = cause.term().get();
    return switch (term.kind()) {
      case FORMAT, TIME, ROLE, PACKAGE -> term.violation();
      case SECTOR ->
          facts.aboutSender ? FindingCode.SENDER_NOT_ALLOWED : FindingCode.CODE_NOT_ALLOWED;
      case CONDITION, HINT, REPETITION -> FindingCode.ITEM_NOT_ALLOWED;
    };
  }

  private void coded(SegmentUse use, ElementUse element) {
    if (facts.value.isEmpty()) {
      if (codeRequired(element)) {
        String text = "is missing; it has one of " + element.codeList();
        report(FindingCode.REQUIRED_ITEM_MISSING, use, element, text);
      }
      return;
    }
    CodeUse code = element.code(facts.value);
    if (code == null) {
      String text = "is '" + facts.value + "', not one of " + element.codeList();
      report(FindingCode.CODE_NOT_ALLOWED, use, element, text);
    } else if (code.status().settled() != Term.Settled.AT_END) {
      judge(use, element, code);
    }
  }

  private boolean codeRequired(ElementUse element) {
    for (CodeUse code : element.codes()) {
      boolean later = code.status().settled() == Term.Settled.AT_END;
      if (later || code.status().required(facts)) {
        return true;
      }
    }
    return false;
  }

  /** Checks whether a code may stand where it stands. */
  void judge(SegmentUse use, ElementUse element, CodeUse code) {
    Status status = code.status();
    if (status.terms().isEmpty()) {
      return;
    }
    Verdict allowed = status.allowed(facts);
    if (allowed == Verdict.FALSE) {
      Cause cause = Cause.of(status, facts);
      FindingCode finding =
          cause
              .term()
              .filter(term -> term.kind() == TermKind.ROLE || term.kind() == TermKind.PACKAGE)
              .map(Term::violation)
              .orElse(FindingCode.CODE_NOT_ALLOWED);
      String text = "is '" + code + "', which stands only where " + demand(cause, status);
      report(finding, use, element, text);
    } else if (allowed == Verdict.TRUE && status.has(TermKind.PACKAGE)) {
      takePackage(use, element, code);
    }
  }

  /** Package 1 allows each code once, the others one of their codes. */
  private void takePackage(SegmentUse use, ElementUse element, CodeUse code) {
    boolean single = code.status().terms().getFirst().number().startsWith("1P");
    String key = use.index() + (single ? " " + code : "");
    if (!packaged.add(key)) {
      String text = "is '" + code + "', one more of its package: " + code.status();
      report(FindingCode.PACKAGE_VIOLATED, use, element, text);
    }
  }

  private static String demand(Cause cause, Status status) {
    return cause
        .term()
        .map(term -> term.text() + " [" + term.number() + "]")
        .orElse("only one of its alternatives may hold: " + status);
  }

  private void unlisted(SegmentUse use, Segment segment) {
    List<List<String>> sent = segment.elements();
    for (int element = 1; element <= sent.size(); element++) {
      List<String> components = sent.get(element - 1);
      for (int component = 1; component <= components.size(); component++) {
        String value = components.get(component - 1);
        if (!value.isEmpty() && use.at(element, component) == null) {
          String text = use.tag() + " has '" + value + "' where the handbook has nothing";
          FindingSink.Place place = new FindingSink.Place(element, component);
          findings.at(FindingCode.ITEM_NOT_ALLOWED, segment, use.name(), place, text);
        }
      }
    }
  }

  private void report(FindingCode code, SegmentUse use, ElementUse element, String text) {
    String sentence = use.tag() + " " + element.name() + " " + text;
    findings.at(code, facts.segment, use.name(), element.place(), sentence);
  }
}
