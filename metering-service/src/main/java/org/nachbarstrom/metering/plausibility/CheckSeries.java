package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.series.ReadSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.metering.substitute.GatherEvidence;
import org.nachbarstrom.metering.substitute.ProfileValues;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Holds the values of a series against all rules and keeps what is found. */
@ApplicationScoped
public class CheckSeries {
  /** Comparable days lie within 28 days, readings and quantities of a month within 31. */
  private static final Duration AROUND = Duration.ofDays(35);

  private static final int ADVANCE = 9;
  private static final int READING = 8;

  private final TenantTransactions transactions;
  private final GatherEvidence evidence;
  private final DocumentStore documents;
  private final Checks checks;
  private final ThresholdPolicy thresholds;

  CheckSeries(
      TenantTransactions transactions,
      GatherEvidence evidence,
      DocumentStore documents,
      Checks checks,
      ThresholdPolicy thresholds) {
    this.transactions = transactions;
    this.evidence = evidence;
    this.documents = documents;
    this.checks = checks;
    this.thresholds = thresholds;
  }

  /**
   * Checks what is known now and keeps the findings.
   *
   * @param days local days with an end
   */
  public Uni<Check> check(Tenant tenant, SeriesKey key, DateRange days) {
    Interval period = QuantityPeriod.MARKET.of(days.from(), days.end().orElseThrow());
    Interval window = new Interval(period.start().minus(AROUND), period.end().plus(AROUND));
    return evidence
        .gather(tenant, key, window)
        .chain(known ->
            transactions.inTransaction(
                tenant,
                () ->
                    quantities(key, period, known.series())
                        .chain(quantities ->
                            OffLoop.compute(() ->
                                findings(key, period, known, quantities, thresholds.of(tenant))))
                        .map(findings ->
                            new Check(
                                UUID.randomUUID(), key, days, known.series().asKnownAt(), findings))
                        .call(check -> checks.add(tenant, check))));
  }

  private Uni<List<KnownQuantity>> quantities(
      SeriesKey key, Interval period, ReadSeries.KnownSeries known) {
    DocumentStore.Query query =
        new DocumentStore.Query(key.accountingPoint().value(), period, known.asKnownAt());
    return documents
        .quantities(query)
        .map(found -> found.stream().filter(quantity -> metered(key, quantity)).toList());
  }

  /** Whether it is all the metered energy of the direction, not a tariff's and no maximum. */
  private static boolean metered(SeriesKey key, KnownQuantity known) {
    ObisCode obis = known.quantity().obis();
    return known.purpose() == QuantityPurpose.METERED
        && obis.direction().filter(key.direction()::equals).isPresent()
        && (obis.type() == ADVANCE || obis.type() == READING)
        && obis.tariff() == 0;
  }

  private static List<Finding> findings(
      SeriesKey key,
      Interval period,
      GatherEvidence.Evidence known,
      List<KnownQuantity> quantities,
      Thresholds thresholds) {
    Interval window = known.series().interval();
    ProfileValues values =
        new ProfileValues(window, known.series().snapshot().profile(key, window));
    List<Finding> findings =
        new ArrayList<>(
            new ProfileRules(known.series().snapshot().profile(key, period), thresholds)
                .gaps()
                .capacity(
                    known
                        .metering()
                        .during(period)
                        .flatMap(PointMetering::largestQuarterHourMilliWattHours))
                .runs()
                .spikes(new ComparableDays(values))
                .findings());
    findings.addAll(
        new SumRules(values, period, thresholds)
            .advances(known.readings(), known.metering())
            .quantities(quantities)
            .findings());
    return findings;
  }
}
