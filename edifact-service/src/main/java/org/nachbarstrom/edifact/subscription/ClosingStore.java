package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Collects closing versions. Every method runs inside the caller's transaction of the tenant. */
public interface ClosingStore {
  /** Lets others wait for this closing until the transaction ends. */
  Uni<Void> lock(Tenant tenant, UUID closing);

  /**
   * Adds a member unless it is there.
   *
   * @return what was there before, if anything
   */
  Uni<Optional<MemberQuantities>> add(
      Tenant tenant, ClosingVersion closing, MemberQuantities member);

  /**
   * Adds the announcement unless it is there.
   *
   * @return what was there before, if anything
   */
  Uni<Optional<ClosedPeriod>> announce(Tenant tenant, ClosedPeriod period);

  /** The announcement of a version, if it has come and the version was not gone through yet. */
  Uni<Optional<ClosedPeriod>> waiting(ClosingVersion closing);

  /** Number of members that have come. */
  Uni<Integer> countMembers(ClosingVersion closing);

  /** Members that have come, by accounting point. */
  Uni<List<MemberQuantities>> members(ClosingVersion closing);

  /** The highest version that was gone through; 0 if none was. */
  Uni<Integer> latestReported(UUID closing);

  /** Records that a version was gone through, and how that ended. */
  Uni<Void> finish(ClosingVersion closing, ClosingEnd end);
}
