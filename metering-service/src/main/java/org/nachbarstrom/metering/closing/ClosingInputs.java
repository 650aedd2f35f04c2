package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Keeps what versions used, for as long as the versions themselves. All calls belong to the current
 * transaction of the tenant.
 */
public interface ClosingInputs {
  /** Adds the inputs of a version, some members at a time. */
  Uni<Void> add(Tenant tenant, Of version, List<KeyDay> days, List<MemberInputs> members);

  /** Keys in the order of days; none if the inputs of the version are not listed. */
  Uni<List<KeySpan>> keys(Of version);

  /**
   * Members in the order of accounting points.
   *
   * @param after only those behind this accounting point; empty: from the beginning
   */
  Uni<List<MemberInputs>> members(Of version, String after, int limit);

  /**
   * Names a version.
   *
   * @param closing its closing
   * @param version its number
   */
  record Of(UUID closing, int version) {}

  /**
   * Adjacent days with the same key.
   *
   * @param days with an end
   * @param key as text
   */
  record KeySpan(DateRange days, String key) {}
}
