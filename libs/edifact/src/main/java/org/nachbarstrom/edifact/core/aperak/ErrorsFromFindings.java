package org.nachbarstrom.edifact.core.aperak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.aperak.AperakCode.Kind;

/**
 * Turns findings about what a message says into the errors of its APERAK, one error per finding.
 *
 * <p>As the handbook wants it, only the errors of the first check that failed are reported: not
 * processed by the recipient or not allowed to the sender (then only one error), application
 * handbook, assignment, property, taking over.
 */
final class ErrorsFromFindings {
  private ErrorsFromFindings() {}

  /**
   * The errors of a message.
   *
   * @param findings what is wrong with it; syntax findings are left out, a CONTRL answers them
   * @return empty if no finding is about what the message says
   */
  static List<AperakError> of(List<Finding> findings) {
    List<Finding> content =
        findings.stream()
            .filter(finding -> finding.code().level() == FindingLevel.CONTENT)
            .toList();
    Map<Kind, List<Finding>> byKind =
        content.stream()
            .filter(finding -> counts(finding, content))
            .collect(
                Collectors.groupingBy(
                    ErrorsFromFindings::kind,
                    () -> new EnumMap<>(Kind.class),
                    Collectors.toList()));
    return byKind.entrySet().stream()
        .findFirst()
        .map(first -> errors(first.getKey(), first.getValue()))
        .orElse(List.of());
  }

  /**
   * That a message is larger than what is taken here says nothing about its use case. It is told
   * only where nothing else is wrong, so that what the sender can mend is not hidden behind it.
   */
  private static boolean counts(Finding finding, List<Finding> content) {
    return finding.code() != FindingCode.PERIOD_TOO_LONG
        || content.stream().allMatch(other -> other.code() == FindingCode.PERIOD_TOO_LONG);
  }

  private static List<AperakError> errors(Kind kind, List<Finding> findings) {
    boolean single = kind == Kind.RECIPIENT || kind == Kind.SENDER;
    return findings.stream()
        .limit(single ? 1 : findings.size())
        .map(ErrorsFromFindings::error)
        .toList();
  }

  private static AperakError error(Finding finding) {
    AperakCode code = code(finding);
    boolean place = code.placeRequired();
    return new AperakError(
        code.name(),
        deviation(finding).filter(text -> !text.isBlank()).map(List::of).orElse(List.of()),
        finding.text().isBlank() ? List.of() : List.of(finding.text()),
        place ? name(finding) : "",
        place ? place(finding) : "",
        "");
  }

  /** The faulty segment; of one that is missing its tag, so that the place is complete. */
  private static String place(Finding finding) {
    String segment = segment(finding);
    return segment.isEmpty() ? finding.position().tag() : segment;
  }

  /** The faulty segment; of a missing one the finding may know only its neighbour. */
  private static String segment(Finding finding) {
    boolean itself = finding.segmentText().startsWith(finding.position().tag());
    return itself ? finding.segmentText() : "";
  }

  /** The tag where the finding does not know the name. */
  private static String name(Finding finding) {
    return finding.segmentName().isBlank() ? finding.position().tag() : finding.segmentName();
  }

  /** What deviates: the faulty component, of an interval the segment with it. */
  private static Optional<String> deviation(Finding finding) {
    String segment = segment(finding);
    if (code(finding) == AperakCode.Z34) {
      return segment.startsWith("DTM") ? Optional.of(segment) : Optional.empty();
    }
    int element = finding.position().element();
    return element == 0
        ? Optional.empty()
        : Optional.of(
            SegmentText.component(segment, element, Math.max(finding.position().component(), 1)));
  }

  private static Kind kind(Finding finding) {
    return code(finding).kind();
  }

  private static AperakCode code(Finding finding) {
    return AperakCode.valueOf(finding.code().aperakCode());
  }
}
