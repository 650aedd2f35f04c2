package org.nachbarstrom.metering.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * In which of its communities a point counts what is due once per point and day: in the one that
 * has recorded its membership of that day for the longest time without a break, of those recorded
 * at the same instant in the one with the lower id. So nothing changes in the first community when
 * a second one takes the point in, and the second one takes over when the point leaves the first.
 */
public final class LeadingMemberships {
  private final Map<AccountingPointId, Map<String, List<RecordedMembership>>> memberships;

  /**
   * As known at one instant.
   *
   * @param memberships of points in all communities; points without any lead wherever they are
   */
  public LeadingMemberships(Collection<RecordedMembership> memberships) {
    this.memberships =
        memberships.stream()
            .collect(
                Collectors.groupingBy(
                    RecordedMembership::accountingPoint,
                    Collectors.groupingBy(
                        RecordedMembership::community, TreeMap::new, Collectors.toList())));
  }

  /** Whether what is due once for the point on the local day is counted in the community. */
  public boolean leads(String community, AccountingPointId point, LocalDate day) {
    Map<String, List<RecordedMembership>> known = memberships.getOrDefault(point, Map.of());
    if (known.isEmpty()) {
      return true;
    }
    Map<String, Instant> since = new TreeMap<>();
    known.forEach((id, recorded) -> since(recorded, day).ifPresent(from -> since.put(id, from)));
    // The order of ids decides between equal instants.
    return since.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(first -> first.getKey().equals(community))
        .orElse(true);
  }

  /** Goes back from the latest revision as long as the day is in the membership. */
  private static Optional<Instant> since(List<RecordedMembership> recorded, LocalDate day) {
    List<RecordedMembership> newestFirst =
        recorded.stream()
            .filter(membership -> membership.valid().contains(day))
            .sorted(Comparator.comparingInt(RecordedMembership::lastRevision).reversed())
            .toList();
    Optional<Instant> since = Optional.empty();
    int revision = recorded.getFirst().latestRevision();
    for (RecordedMembership membership : newestFirst) {
      if (membership.lastRevision() != revision) {
        return since;
      }
      since = Optional.of(membership.recordedAt());
      revision = membership.firstRevision() - 1;
    }
    return since;
  }
}
