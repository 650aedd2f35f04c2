package org.nachbarstrom.metering.sharing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * An accounting point that takes part in a community on some days.
 *
 * @param accountingPoint who
 * @param direction consumer or producer
 * @param valid local dates of the membership
 * @param sharePercent fixed part of the generation of a consumer, 0 to 100 with up to 6 decimal
 *     places; absent if he has none
 * @param group which group of a {@link KeyMethod#CASCADE} a consumer belongs to, from 1; 0: none
 * @param participationPercent which part of each energy takes part in this community, 1 to 100
 *     (Teilnahmefaktor, § 16d ElWOG 2010)
 */
public record Member(
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    DateRange valid,
    @Nullable BigDecimal sharePercent,
    int group,
    int participationPercent) {
  /** All of the energy. */
  public static final int FULL_PARTICIPATION = 100;

  private static final int SHARE_SCALE = 6;

  /** A member; trailing zeros of the share are dropped, so that 25.0 equals 25. */
  public Member {
    if (sharePercent != null) {
      BigDecimal stripped = sharePercent.stripTrailingZeros();
      sharePercent = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  /** A member with all of its energy and in no group. */
  public Member(
      AccountingPointId accountingPoint,
      EnergyDirection direction,
      DateRange valid,
      @Nullable BigDecimal sharePercent) {
    this(accountingPoint, direction, valid, sharePercent, 0, FULL_PARTICIPATION);
  }

  /** The fixed part in millionths of a percent; 0 if there is none. */
  public long shareMillionths() {
    return sharePercent == null ? 0 : sharePercent.movePointRight(SHARE_SCALE).longValueExact();
  }

  /**
   * The part of an energy that takes part, rounded down to 10⁻⁶ kWh, so that communities of the
   * same point never share more than there is.
   */
  public long participating(long milliWattHours) {
    return participationPercent == FULL_PARTICIPATION
        ? milliWattHours
        : Math.multiplyExact(milliWattHours, participationPercent) / FULL_PARTICIPATION;
  }

  /** The series of the energy by which the member takes part. */
  public SeriesKey series() {
    return new SeriesKey(accountingPoint, direction);
  }

  /** Everything but whose and when, as it enters the hash of a closing's inputs. */
  public String terms() {
    String more =
        group == 0 && participationPercent == FULL_PARTICIPATION
            ? ""
            : " " + group + " " + participationPercent;
    return shareMillionths() + more;
  }
}
