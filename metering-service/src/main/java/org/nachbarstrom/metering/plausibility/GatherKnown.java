package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.metered.MeteredSeries;
import org.nachbarstrom.metering.metered.MeteredSnapshot;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.metering.substitute.GatherEvidence;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.support.tenancy.Tenant;

/** Gathers what a check looks at, in the transaction of the check. */
@ApplicationScoped
class GatherKnown {
  private static final int ADVANCE = 9;
  private static final int READING = 8;

  private final SeriesStore series;
  private final RejectedValues rejected;
  private final MeteredSeries metered;
  private final GatherEvidence evidence;
  private final DocumentStore documents;

  GatherKnown(
      SeriesStore series,
      RejectedValues rejected,
      MeteredSeries metered,
      GatherEvidence evidence,
      DocumentStore documents) {
    this.series = series;
    this.rejected = rejected;
    this.metered = metered;
    this.evidence = evidence;
    this.documents = documents;
  }

  /**
   * All that is known now in the window.
   *
   * @param rejects whether values of the tenant can be rejected
   */
  Uni<Evidence> gather(Question question, boolean rejects) {
    return days(question, rejects)
        .chain(days ->
            evidence
                .register(question.key(), question.window(), question.at())
                .chain(register -> gather(question, days, register)));
  }

  private Uni<Evidence> gather(
      Question question, JudgedDays days, GatherEvidence.Register register) {
    return quantities(question)
        .chain(quantities ->
            checkDays(question, register.metering())
                .map(checkDays ->
                    new Evidence(question.at(), days, register, quantities, checkDays)));
  }

  /** Where verdicts may be due nobody else changes the series from here on. */
  private Uni<JudgedDays> days(Question question, boolean rejects) {
    return rejected
        .of(question.key(), question.window())
        .chain(ever ->
            latest(question.key(), question.window())
                .chain(latest ->
                    rejects || !ever.isEmpty()
                        ? locked(question, latest)
                        : Uni.createFrom().item(latest))
                .chain(latest ->
                    counting(question)
                        .map(counting -> new JudgedDays(question.key(), latest, counting, ever))));
  }

  /** What counts, with values of the metering point where the point has none of its own. */
  private Uni<SeriesSnapshot> counting(Question question) {
    return metered
        .read(new SnapshotQuery(Set.of(question.key()), question.window(), question.at()))
        .map(MeteredSnapshot::values);
  }

  private Uni<Map<LocalDate, DayState>> locked(Question question, Map<LocalDate, DayState> before) {
    return before.isEmpty()
        ? Uni.createFrom().item(before)
        : series
            .lock(question.tenant(), List.of(question.key()))
            .chain(locked -> latest(question.key(), question.window()));
  }

  private Uni<Map<LocalDate, DayState>> latest(SeriesKey key, Interval window) {
    return series.latest(key, QuarterHours.utcDays(window));
  }

  private Uni<List<KnownQuantity>> quantities(Question question) {
    DocumentStore.Query query =
        new DocumentStore.Query(
            question.key().accountingPoint().value(), question.window(), question.at());
    return documents
        .quantities(query)
        .map(found -> found.stream().filter(known -> metered(question.key(), known)).toList());
  }

  /** Whether it is all the metered energy of the direction, not a tariff's and no maximum. */
  private static boolean metered(SeriesKey key, KnownQuantity known) {
    ObisCode obis = known.quantity().obis();
    return known.purpose() == QuantityPurpose.METERED
        && obis.direction().filter(key.direction()::equals).isPresent()
        && (obis.type() == ADVANCE || obis.type() == READING)
        && obis.tariff() == 0;
  }

  private Uni<Map<AccountingPointId, Map<LocalDate, DayState>>> checkDays(
      Question question, MeteringHistory metering) {
    Map<AccountingPointId, Map<LocalDate, DayState>> days = new HashMap<>();
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (AccountingPointId point : Evidence.checkPoints(metering)) {
      chain =
          chain
              .chain(previous ->
                  latest(
                      new SeriesKey(point, question.key().direction()),
                      question.reach().interval()))
              .invoke(latest -> days.put(point, latest))
              .replaceWithVoid();
    }
    return chain.replaceWith(days);
  }

  /**
   * What is checked.
   *
   * @param tenant whose
   * @param key series
   * @param reach days on which something is looked for
   * @param at recording instant
   */
  record Question(Tenant tenant, SeriesKey key, Reach reach, Instant at) {
    Interval window() {
      return reach.window();
    }
  }
}
