package org.nachbarstrom.edifact.core.contrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.contrl.SyntaxErrorCode.Place;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;

/**
 * Puts findings where a CONTRL has a place for them.
 *
 * <p>A finding about a segment as a whole goes into UCS, one about an element into UCD, each if its
 * code is allowed there and else into the other; a code allowed in neither becomes 12, invalid
 * value. Since UCS has no code when UCD stand below it, a segment with both has two UCS.
 */
final class ErrorReport {
  /** Most UCS of a message (group 2 of the message). */
  static final int MAX_SEGMENTS = 999;

  /** Most UCD below a UCS. */
  static final int MAX_ELEMENTS = 99;

  /** Leaves room for UNH, UCI and UNT, since UNT has six digits to count segments. */
  private static final int MAX_LINES = 999_990;

  private int lines;

  /** The messages with errors, as many as a CONTRL can hold. */
  List<MessageReport> messages(List<MessageErrors> errors) {
    List<MessageReport> reports = new ArrayList<>();
    for (MessageErrors message : errors) {
      MessageReport report = message(message);
      lines += lines(report);
      if (lines > MAX_LINES) {
        break;
      }
      reports.add(report);
    }
    return reports;
  }

  /** An error of a service segment. */
  static ServiceError service(Finding finding, Place place) {
    Position position = finding.position();
    int code = code(finding, place);
    return new ServiceError(code, position.tag(), position.element(), position.component());
  }

  private static MessageReport message(MessageErrors errors) {
    Optional<ServiceError> service =
        errors.findings().stream()
            .filter(ErrorReport::aboutService)
            .findFirst()
            .map(finding -> service(finding, Place.UCM));
    Map<Integer, SegmentErrors> segments = new TreeMap<>();
    errors.findings().stream()
        .filter(finding -> !aboutService(finding))
        .forEach(finding ->
            segments
                .computeIfAbsent(finding.position().segment(), SegmentErrors::new)
                .add(finding));
    List<SegmentReport> reports =
        segments.values().stream()
            .flatMap(segment -> segment.reports().stream())
            .limit(MAX_SEGMENTS)
            .toList();
    return new MessageReport(errors.header(), service, reports);
  }

  private static int lines(MessageReport report) {
    return 1 + report.segments().stream().mapToInt(segment -> 1 + segment.elements().size()).sum();
  }

  private static boolean aboutService(Finding finding) {
    String tag = finding.position().tag();
    return tag.equals("UNH") || tag.equals("UNT");
  }

  private static int code(Finding finding, Place place) {
    int code = finding.code().contrlCode();
    return SyntaxErrorCode.allowed(code, place) ? code : SyntaxErrorCode.VALUE_INVALID.code();
  }

  /** The errors of one segment. */
  private static final class SegmentErrors {
    private final int number;
    private final List<Integer> codes = new ArrayList<>();
    private final List<ElementError> elements = new ArrayList<>();

    SegmentErrors(int number) {
      this.number = number;
    }

    void add(Finding finding) {
      int code = finding.code().contrlCode();
      boolean whole = finding.position().element() == 0;
      boolean segment = SyntaxErrorCode.allowed(code, Place.UCS);
      if (segment && (whole || !SyntaxErrorCode.allowed(code, Place.UCD))) {
        if (!codes.contains(code)) {
          codes.add(code);
        }
      } else if (elements.size() < MAX_ELEMENTS) {
        Position position = finding.position();
        elements.add(
            new ElementError(code(finding, Place.UCD), position.element(), position.component()));
      }
    }

    List<SegmentReport> reports() {
      List<SegmentReport> reports = new ArrayList<>();
      codes.forEach(code -> reports.add(new SegmentReport(number, code, List.of())));
      if (!elements.isEmpty()) {
        reports.add(new SegmentReport(number, 0, elements));
      }
      return reports;
    }
  }
}
