package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.substitute.GatherEvidence;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * What a check looks at.
 *
 * @param at recording instant of the check
 * @param days of the series
 * @param register of the series
 * @param quantities metered energies of its direction
 * @param checkDays days of the series of its check points that count
 */
record Evidence(
    Instant at,
    JudgedDays days,
    GatherEvidence.Register register,
    List<KnownQuantity> quantities,
    Map<AccountingPointId, Map<LocalDate, DayState>> checkDays) {
  /** Points whose series are held against this one. */
  static Set<AccountingPointId> checkPoints(MeteringHistory metering) {
    return metering.newestFirst().stream()
        .flatMap(known -> Stream.ofNullable(known.checkPoint()))
        .collect(Collectors.toSet());
  }
}
