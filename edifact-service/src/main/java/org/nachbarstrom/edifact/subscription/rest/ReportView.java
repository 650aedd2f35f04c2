package org.nachbarstrom.edifact.subscription.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.subscription.Report;

/**
 * What was reported of a point, or was not.
 *
 * @param cause closing or substitution
 * @param version version of the closing; 0 of a substitution
 * @param content object, register and watt-hours per span; empty if nothing stands any more
 * @param documentNumber BGM 1004; absent if only something was cancelled
 * @param cancels document number of what was cancelled with it
 * @param interchange outgoing interchange; absent if it was not sent
 * @param findings why it was not sent
 */
@Schema(name = "Report")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
    UUID cause,
    int version,
    String accountingPoint,
    String content,
    @Nullable String documentNumber,
    @Nullable String cancels,
    @Nullable UUID interchange,
    List<String> findings,
    Instant recordedAt) {

  static ReportView of(Report report) {
    return new ReportView(
        report.cause(),
        report.version(),
        report.accountingPoint(),
        report.content(),
        report.documentNumber().isEmpty() ? null : report.documentNumber(),
        report.cancels().isEmpty() ? null : report.cancels(),
        report.interchange().orElse(null),
        report.findings(),
        report.recordedAt());
  }
}
