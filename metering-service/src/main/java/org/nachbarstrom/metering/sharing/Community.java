package org.nachbarstrom.metering.sharing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * Accounting points that share energy.
 *
 * @param id chosen by the utility
 * @param name for people
 * @param zone whose midnight parts the days
 * @param keys how generation is shared out, in the order of days, not overlapping
 * @param members who takes part, in the order of accounting points and days; the memberships of a
 *     point do not overlap
 * @param holdsCorrections whether another result of a period that was closed finally needs
 *     somebody's approval
 */
public record Community(
    String id,
    String name,
    ZoneId zone,
    List<SharingKey> keys,
    List<Member> members,
    boolean holdsCorrections) {
  /** A community, see {@link CommunityRules} for what it must obey. */
  public Community {
    keys = keys.stream().sorted(Comparator.comparing(key -> key.valid().from())).toList();
    members =
        members.stream()
            .sorted(
                Comparator.comparing(Member::accountingPoint)
                    .thenComparing(member -> member.valid().from()))
            .toList();
  }

  /** A community whose corrections need nobody's approval. */
  public Community(
      String id, String name, ZoneId zone, List<SharingKey> keys, List<Member> members) {
    this(id, name, zone, keys, members, false);
  }

  /** Its delivery days. */
  public DeliveryCalendar calendar() {
    return new DeliveryCalendar(zone);
  }

  /** Who takes part on the day, and how is shared. */
  public DayRoster rosterOn(LocalDate day) {
    return new DayRoster(
        day,
        calendar().of(day),
        keys.stream().filter(key -> key.valid().contains(day)).findFirst(),
        membersOn(day, EnergyDirection.CONSUMPTION),
        membersOn(day, EnergyDirection.GENERATION));
  }

  /** Members with at least one day in the range. */
  public List<Member> membersDuring(DateRange range) {
    return members.stream().filter(member -> member.valid().overlaps(range)).toList();
  }

  /** Whether the accounting point is or was a member at some time. */
  public boolean everHad(AccountingPointId point) {
    return members.stream().anyMatch(member -> member.accountingPoint().equals(point));
  }

  private List<Member> membersOn(LocalDate day, EnergyDirection direction) {
    return members.stream()
        .filter(member -> member.direction() == direction && member.valid().contains(day))
        .toList();
  }
}
