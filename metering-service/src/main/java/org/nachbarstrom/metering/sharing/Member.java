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
 */
public record Member(
    AccountingPointId accountingPoint,
    EnergyDirection direction,
    DateRange valid,
    @Nullable BigDecimal sharePercent) {
  private static final int SHARE_SCALE = 6;

  /** A member; trailing zeros of the share are dropped, so that 25.0 equals 25. */
  public Member {
    if (sharePercent != null) {
      BigDecimal stripped = sharePercent.stripTrailingZeros();
      sharePercent = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  /** The fixed part in millionths of a percent; 0 if there is none. */
  public long shareMillionths() {
    return sharePercent == null ? 0 : sharePercent.movePointRight(SHARE_SCALE).longValueExact();
  }

  /** The series of the energy by which the member takes part. */
  public SeriesKey series() {
    return new SeriesKey(accountingPoint, direction);
  }
}
