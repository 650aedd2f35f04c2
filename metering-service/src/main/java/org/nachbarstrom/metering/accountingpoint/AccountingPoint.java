package org.nachbarstrom.metering.accountingpoint;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * A place where energy is accounted for.
 *
 * @param id its identifier
 * @param direction which way its energy flows
 * @param validFrom first local date on which it exists; absent: always did
 * @param validTo first local date on which it does not exist any more; absent: no end
 */
public record AccountingPoint(
    AccountingPointId id,
    EnergyDirection direction,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {
  /** Whether it exists on the day. */
  public boolean existsOn(LocalDate day) {
    return !Optional.ofNullable(validFrom).map(day::isBefore).orElse(false)
        && Optional.ofNullable(validTo).map(day::isBefore).orElse(true);
  }
}
