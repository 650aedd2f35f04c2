package org.nachbarstrom.suite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** Findings for people. */
final class FindingsTable {
  private FindingsTable() {}

  /** All findings in the order of the file. */
  static List<Finding> findings(ValidationReport report) {
    List<Finding> findings = new ArrayList<>(report.interchange().findings());
    report.messages().forEach(message -> findings.addAll(message.findings()));
    return findings;
  }

  /** One row per finding; nothing where there is none. */
  static Optional<TextTable> of(ValidationReport report) {
    List<Finding> findings = findings(report);
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    TextTable table =
        new TextTable("message", ">segment", "tag", ">element", "answer", "code", "what is wrong");
    for (Finding finding : findings) {
      Position position = finding.position();
      table.row(
          position.messageReference(),
          position.segment() == 0 ? "" : position.segment(),
          position.tag(),
          element(position),
          answer(finding.code()),
          finding.code(),
          finding.text());
    }
    return Optional.of(table);
  }

  /** What was read, in one line. */
  static String summary(String file, ValidationReport report) {
    long values = report.messages().stream().mapToLong(MessageVerdict::values).sum();
    long accepted = report.messages().stream().filter(MessageVerdict::accepted).count();
    long findings =
        report.interchange().findings().size()
            + report.messages().stream().mapToLong(MessageVerdict::findingCount).sum();
    String verdict = report.valid() ? "no finding" : findings + " findings";
    if (!report.interchange().syntaxValid()) {
      verdict += ", the syntax is broken: the whole interchange is refused";
    } else if (!report.valid()) {
      verdict += ", " + accepted + " messages would be taken";
    }
    return "%s: %d messages, %d values, %s"
        .formatted(file, report.messages().size(), values, verdict);
  }

  /** The code that CONTRL or APERAK give for it. */
  static String answer(FindingCode code) {
    return code.level().syntax() ? "CONTRL " + code.contrlCode() : "APERAK " + code.aperakCode();
  }

  private static String element(Position position) {
    if (position.element() == 0) {
      return "";
    }
    return position.element() + (position.component() == 0 ? "" : "." + position.component());
  }
}
