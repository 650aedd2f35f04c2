package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps closings and their versions. All calls belong to the current transaction of the tenant. */
public interface Closings {
  /** The closing, {@link ClosingState#REQUESTED} while a job for it is queued. */
  Uni<Optional<Closing>> find(UUID id);

  /** The closing, kept from other workers until this transaction ends. */
  Uni<Optional<Closing>> lock(UUID id);

  /**
   * Closings in the order of community and period.
   *
   * @param after only closings behind this {@code <community> <first day>}; empty: from the
   *     beginning
   */
  Uni<List<Closing>> list(Filter filter, String after, int limit);

  /** Closings of the community that share a day with the period. */
  Uni<List<Closing>> overlapping(String community, DateRange period);

  /**
   * Adds a closing.
   *
   * @param interval its period in UTC
   */
  Uni<Void> add(Tenant tenant, Closing closing, Interval interval);

  /**
   * Changes state, version and reasons.
   *
   * @param interval its period in UTC, which follows the community's zone
   */
  Uni<Void> update(Closing closing, Interval interval);

  /** Notes that the correction of the closing is approved. */
  Uni<Void> approve(Closing closing);

  /** Adds a version. */
  Uni<Void> addVersion(Tenant tenant, UUID closing, ClosingVersion version);

  /** The version with its members and exchanges. */
  Uni<ClosingVersion> version(UUID closing, int version);

  /** What a version rests on; empty if there is no such version. */
  Uni<Optional<Basis>> basis(UUID closing, int version);

  /** The hash of the inputs of the newest version; empty if there is none. */
  Uni<Optional<Digest>> digest(UUID closing);

  /**
   * What a version rests on.
   *
   * @param version its number
   * @param zone of the community then
   * @param interval the period in UTC
   * @param recordedAt snapshot instant
   * @param digest hash of the inputs
   */
  record Basis(int version, ZoneId zone, Interval interval, Instant recordedAt, Digest digest) {}

  /**
   * A hash of inputs.
   *
   * @param form how it was made
   * @param sha256 hexadecimal
   */
  record Digest(InputsForm form, String sha256) {}

  /**
   * Which closings.
   *
   * @param community only those of this one; absent: of all
   * @param state only those in this one; absent: in any
   */
  record Filter(Optional<String> community, Optional<ClosingState> state) {}
}
