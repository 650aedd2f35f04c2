package org.nachbarstrom.edifact.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was reported of a point to a subscriber.
 *
 * @param subscription which subscription
 * @param cause id of the closing or of the substitution
 * @param version version of the closing; 0 of a substitution
 * @param accountingPoint which point
 * @param route from whom to whom
 * @param content object, register and watt-hours per span, as {@code object register from/to=Wh};
 *     empty if the point has the quantity no longer
 * @param documentNumber BGM 1004 of the message; empty if there is none
 * @param cancels document number of the message that is cancelled with it; empty if there is none
 * @param interchange outgoing interchange; empty if our own rules refuse the message
 * @param findings why it was not sent; else empty
 * @param recordedAt when
 */
public record Report(
    SubscriptionId subscription,
    UUID cause,
    int version,
    String accountingPoint,
    Route route,
    String content,
    String documentNumber,
    String cancels,
    Optional<UUID> interchange,
    List<String> findings,
    Instant recordedAt) {
  /** A report. */
  public Report {
    findings = List.copyOf(findings);
  }
}
