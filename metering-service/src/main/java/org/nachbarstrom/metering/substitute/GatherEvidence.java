package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.metered.MeteredSeries;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.Registers;
import org.nachbarstrom.metering.series.ReadSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Gathers what substitutes are formed from. */
@ApplicationScoped
public class GatherEvidence {
  private final TenantTransactions transactions;
  private final MeteredSeries series;
  private final PointMeterings meterings;
  private final DocumentStore documents;

  GatherEvidence(
      TenantTransactions transactions,
      MeteredSeries series,
      PointMeterings meterings,
      DocumentStore documents) {
    this.transactions = transactions;
    this.series = series;
    this.meterings = meterings;
    this.documents = documents;
  }

  /** All that is known now about the series and its register in the window. */
  public Uni<Evidence> gather(Tenant tenant, SeriesKey key, Interval window) {
    return series
        .read(tenant, key.accountingPoint(), window, Optional.empty())
        .chain(known -> transactions.inTransaction(tenant, () -> with(key, known)));
  }

  private Uni<Evidence> with(SeriesKey key, ReadSeries.KnownSeries known) {
    return register(key, known.interval(), known.asKnownAt())
        .map(register -> new Evidence(known, register.metering(), register.readings()));
  }

  /** What is known of the register of the series, in the current transaction. */
  public Uni<Register> register(SeriesKey key, Interval interval, Instant asKnownAt) {
    return meterings
        .history(key.accountingPoint())
        .chain(metering ->
            metering
                .newest()
                .map(newest -> object(key.accountingPoint(), newest))
                .map(object ->
                    documents
                        .readings(new DocumentStore.Query(object, interval, asKnownAt))
                        .map(found -> ofTotalRegister(found, key.direction())))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(readings -> new Register(metering, readings)));
  }

  private static String object(AccountingPointId point, PointMetering newest) {
    return newest.meteringPoint() == null ? point.value() : newest.meteringPoint().value();
  }

  private static List<KnownReading> ofTotalRegister(
      List<KnownReading> readings, EnergyDirection direction) {
    return readings.stream()
        .filter(known -> Registers.name(known.reading().obis()).equals(Registers.total(direction)))
        .toList();
  }

  /**
   * What is known.
   *
   * @param series values in the window
   * @param metering how the point was metered when
   * @param readings of its register
   */
  public record Evidence(
      ReadSeries.KnownSeries series, MeteringHistory metering, List<KnownReading> readings) {}

  /**
   * A register.
   *
   * @param metering how its point was metered when
   * @param readings of the total register of the direction, of its metering point if that is known;
   *     none if its metering is not declared, because their transformer factor is not known then
   */
  public record Register(MeteringHistory metering, List<KnownReading> readings) {}
}
