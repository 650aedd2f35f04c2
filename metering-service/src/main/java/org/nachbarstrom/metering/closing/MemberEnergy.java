package org.nachbarstrom.metering.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * What a closing found for a member.
 *
 * @param accountingPoint who
 * @param direction consumer or producer
 * @param provisional whether any of its values was provisional
 * @param days each day of its membership within the period, in order
 * @param suppliers whose energy a consumer was allocated, by producer; days without any are left
 *     out
 */
public record MemberEnergy(
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    boolean provisional,
    List<Day> days,
    Map<AccountingPointId, List<Quantity>> suppliers) {
  /** Consumption or generation in 10⁻⁶ kWh. */
  public long metered() {
    return days.stream().mapToLong(Day::metered).reduce(0, Math::addExact);
  }

  /** Allocated to a consumer, or used by consumers of a producer, in 10⁻⁶ kWh. */
  public long shared() {
    return days.stream().mapToLong(Day::shared).reduce(0, Math::addExact);
  }

  /**
   * A day.
   *
   * @param day local date
   * @param metered consumption or generation in 10⁻⁶ kWh
   * @param shared allocated, or used by consumers, in 10⁻⁶ kWh
   * @param participationPercent which part of the point's energy all this is about, 1 to 100
   * @param leading whether what is due once per point and day is counted in this community
   */
  public record Day(
      LocalDate day, long metered, long shared, int participationPercent, boolean leading) {
    /** A day of a point that is in no other community. */
    public Day(LocalDate day, long metered, long shared) {
      this(day, metered, shared, Member.FULL_PARTICIPATION, true);
    }

    /** Residual of a consumer, surplus of a producer. */
    public long rest() {
      return metered - shared;
    }
  }

  /**
   * What a producer supplied on a day.
   *
   * @param day local date
   * @param milliWattHours in 10⁻⁶ kWh, above 0
   */
  public record Quantity(LocalDate day, long milliWattHours) {}
}
