package org.nachbarstrom.metering.sharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.metered.Borrowed;
import org.nachbarstrom.metering.metered.MeteredSnapshot;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;

/**
 * A day of a community with the values of its members.
 *
 * @param roster who shares
 * @param consumption load profile of each consumer of the roster
 * @param generation load profile of each producer of the roster
 * @param borrowed of members with values of a metering point in their profile which those are
 */
public record CommunityDay(
    DayRoster roster,
    List<LoadProfile> consumption,
    List<LoadProfile> generation,
    Map<SeriesKey, Borrowed> borrowed) {
  /** Takes the values of the day out of a snapshot. */
  public static CommunityDay of(DayRoster roster, MeteredSnapshot snapshot) {
    Map<SeriesKey, Borrowed> borrowed = new HashMap<>();
    roster
        .everybody()
        .map(Member::series)
        .forEach(key ->
            snapshot
                .borrowed(key, roster.interval())
                .ifPresent(values -> borrowed.put(key, values)));
    return new CommunityDay(
        roster,
        profiles(roster.consumers(), roster, snapshot),
        profiles(roster.producers(), roster, snapshot),
        borrowed);
  }

  /** Takes the values of the day out of a snapshot of members whose values are all their own. */
  public static CommunityDay of(DayRoster roster, SeriesSnapshot snapshot) {
    return of(roster, MeteredSnapshot.own(snapshot));
  }

  private static List<LoadProfile> profiles(
      List<Member> members, DayRoster roster, MeteredSnapshot snapshot) {
    return members.stream()
        .map(member -> snapshot.profile(member.series(), roster.interval()))
        .toList();
  }

  /** Number of quarter-hours of the day. */
  public int intervals() {
    return roster.interval().quarterHours();
  }

  /** Whether every member has a usable value and a key is valid, so that it can be allocated. */
  public boolean allocatable(int interval) {
    return roster.key().isPresent()
        && consumption.stream().allMatch(profile -> profile.usable(interval))
        && generation.stream().allMatch(profile -> profile.usable(interval));
  }

  /**
   * Allocates the day; quarter-hours that are not {@link #allocatable(int)} give no meaningful
   * numbers.
   *
   * @throws java.util.NoSuchElementException if no key is valid
   */
  public DayAllocation allocate() {
    return AllocationKernel.allocate(roster.terms(), consumed(), generated(), intervals());
  }

  /** Allocates the day like {@link #allocate()} and finds who supplied whom. */
  public DayAllocation exchange() {
    return AllocationKernel.exchange(roster.terms(), consumed(), generated(), intervals());
  }

  /** Consumption that takes part, by consumer of the roster, in 10⁻⁶ kWh; 0 where unusable. */
  public long[][] consumed() {
    return energies(roster.consumers(), consumption);
  }

  /** Generation that takes part, by producer of the roster, in 10⁻⁶ kWh; 0 where unusable. */
  public long[][] generated() {
    return energies(roster.producers(), generation);
  }

  private static long[][] energies(List<Member> members, List<LoadProfile> profiles) {
    long[][] energies = new long[members.size()][];
    for (int i = 0; i < energies.length; i++) {
      energies[i] = profiles.get(i).usableEnergies();
      participate(members.get(i), energies[i]);
    }
    return energies;
  }

  private static void participate(Member member, long[] energies) {
    if (member.participationPercent() < Member.FULL_PARTICIPATION) {
      for (int i = 0; i < energies.length; i++) {
        energies[i] = member.participating(energies[i]);
      }
    }
  }
}
