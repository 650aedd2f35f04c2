package org.nachbarstrom.metering.closing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * A period of a community that is to be closed.
 *
 * @param id its identifier
 * @param community whose
 * @param period local dates with an end
 * @param state how far it is
 * @param version newest version, 0 before the first
 * @param waitingFor what is missing; empty unless it waits
 * @param requestedAt when it was asked for
 * @param stage how final the newest version is
 * @param everFinal whether any version so far rests on no provisional values
 * @param held correction that waits for approval; absent unless one does
 * @param approvedSha256 hash of the inputs of a correction that was approved; absent if none was
 */
public record Closing(
    UUID id,
    String community,
    DateRange period,
    ClosingState state,
    int version,
    List<WaitingReason> waitingFor,
    Instant requestedAt,
    ClosingStage stage,
    boolean everFinal,
    @Nullable Correction held,
    @Nullable String approvedSha256) {
  /** The identifier of a period of a community: asking again names the same closing. */
  static UUID idOf(Tenant tenant, String community, DateRange period) {
    String name = tenant.id() + " " + community + " " + period;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** A closing that was not computed yet. */
  static Closing requested(Tenant tenant, String community, DateRange period, Instant now) {
    return new Closing(
        idOf(tenant, community, period),
        community,
        period,
        ClosingState.REQUESTED,
        0,
        List.of(),
        now,
        ClosingStage.OPEN,
        false,
        null,
        null);
  }

  Closing waiting(List<WaitingReason> reasons) {
    return with(ClosingState.WAITING, List.copyOf(reasons), null, approvedSha256);
  }

  /** Its newest version holds. */
  Closing unchanged() {
    return with(ClosingState.CLOSED, List.of(), null, null);
  }

  /** It cannot be computed again: what was announced holds, and what is held stays held. */
  Closing kept() {
    return held == null ? unchanged() : held(held);
  }

  /** Another result waits for approval. */
  Closing held(Correction correction) {
    return with(ClosingState.HELD, List.of(), correction, null);
  }

  /** The correction that is held may be announced. */
  Closing approved(Correction correction) {
    return with(ClosingState.REQUESTED, List.of(), null, correction.inputsSha256());
  }

  /**
   * It has one more version.
   *
   * @param provisional whether that rests on provisional values
   */
  Closing closed(boolean provisional) {
    return new Closing(
        id,
        community,
        period,
        ClosingState.CLOSED,
        version + 1,
        List.of(),
        requestedAt,
        ClosingStage.of(version + 1, provisional, everFinal),
        everFinal || !provisional,
        null,
        null);
  }

  /**
   * Whether the result must wait for approval in a community that holds corrections.
   *
   * @param hashes of the inputs, in every form in which they may have been approved
   */
  boolean mustHold(Collection<String> hashes) {
    return everFinal && (approvedSha256 == null || !hashes.contains(approvedSha256));
  }

  private Closing with(
      ClosingState newState,
      List<WaitingReason> reasons,
      @Nullable Correction correction,
      @Nullable String approved) {
    return new Closing(
        id,
        community,
        period,
        newState,
        version,
        reasons,
        requestedAt,
        stage,
        everFinal,
        correction,
        approved);
  }
}
