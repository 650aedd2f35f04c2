package org.nachbarstrom.edifact.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.partner.DeliveryChannel;

/**
 * An interchange on its way out.
 *
 * @param id our id
 * @param state how far it has come
 * @param header what its service segments say
 * @param sizeBytes its size
 * @param sha256 its SHA-256 as 64 hexadecimal digits
 * @param messageCount number of messages
 * @param channel how the partner gets it
 * @param progress what was tried
 * @param cause why it is sent
 * @param findings why it is parked; else empty
 */
public record OutgoingInterchange(
    UUID id,
    OutgoingState state,
    OutgoingHeader header,
    long sizeBytes,
    String sha256,
    int messageCount,
    DeliveryChannel channel,
    Progress progress,
    Cause cause,
    List<String> findings) {
  /** An interchange. */
  public OutgoingInterchange {
    findings = List.copyOf(findings);
  }

  /**
   * What was tried.
   *
   * @param createdAt when it was queued
   * @param sending 1, and one more with each time it was sent again on request
   * @param attempts number of attempts to hand it over, all sendings together
   * @param deliveredAt when it was handed over the last time
   * @param decidedAt when an answer decided it
   * @param lastError why the last attempt failed; empty if it did not
   */
  public record Progress(
      Instant createdAt,
      int sending,
      int attempts,
      Optional<Instant> deliveredAt,
      Optional<Instant> decidedAt,
      String lastError) {

    static Progress queued(Instant at) {
      return new Progress(at, 1, 0, Optional.empty(), Optional.empty(), "");
    }
  }
}
