package org.nachbarstrom.metering.sharing;

import java.util.List;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.SeriesSnapshot;

/**
 * A day of a community with the values of its members.
 *
 * @param roster who shares
 * @param consumption load profile of each consumer of the roster
 * @param generation load profile of each producer of the roster
 */
public record CommunityDay(
    DayRoster roster, List<LoadProfile> consumption, List<LoadProfile> generation) {
  /** Takes the values of the day out of a snapshot. */
  public static CommunityDay of(DayRoster roster, SeriesSnapshot snapshot) {
    return new CommunityDay(
        roster,
        profiles(roster.consumers(), roster, snapshot),
        profiles(roster.producers(), roster, snapshot));
  }

  private static List<LoadProfile> profiles(
      List<Member> members, DayRoster roster, SeriesSnapshot snapshot) {
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
    return roster.method().isPresent()
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
    return AllocationKernel.allocate(
        roster.method().orElseThrow(),
        roster.shares(),
        energies(consumption),
        energies(generation),
        intervals());
  }

  private static long[][] energies(List<LoadProfile> profiles) {
    return profiles.stream().map(LoadProfile::usableEnergies).toArray(long[][]::new);
  }
}
