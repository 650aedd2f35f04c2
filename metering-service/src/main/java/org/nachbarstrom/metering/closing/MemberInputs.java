package org.nachbarstrom.metering.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.metered.Borrowed;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * What a version used of a member.
 *
 * @param accountingPoint who
 * @param direction consumer or producer
 * @param days each day of its membership within the period, in order
 */
public record MemberInputs(
    AccountingPointId accountingPoint, EnergyDirection direction, List<Day> days) {
  /** Their hash, see {@link InputsHash}. */
  public String sha256() {
    return InputsHash.member(this);
  }

  /** Energy that takes part on all days, in 10⁻⁶ kWh. */
  public long metered() {
    return days.stream().mapToLong(Day::metered).reduce(0, Math::addExact);
  }

  /**
   * A day.
   *
   * @param day local date
   * @param terms fixed share, group and participation as text
   * @param leading whether what is due once per point and day is counted in this community
   * @param borrowed what came from the metering point; absent if nothing did
   * @param metered energy that takes part in 10⁻⁶ kWh
   * @param valuesSha256 hash of all energies of the point and their qualities, see {@link
   *     InputsHash}
   */
  public record Day(
      LocalDate day,
      String terms,
      boolean leading,
      @Nullable Borrowed borrowed,
      long metered,
      String valuesSha256) {
    /** Whether the other is on the same terms, whatever its values. */
    public boolean sameTerms(Day other) {
      MeteringPointId own = borrowed == null ? null : borrowed.meteringPoint();
      MeteringPointId others = other.borrowed == null ? null : other.borrowed.meteringPoint();
      return terms.equals(other.terms) && leading == other.leading && Objects.equals(own, others);
    }
  }
}
