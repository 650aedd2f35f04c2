package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.RecordSeries;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.CommunityReader;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Parts of a period join without a gap, although local days do not begin with UTC days. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class CommunityReaderIT {
  private static final Tenant TENANT = new Tenant("parts");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 24);
  private static final LocalDate CLOCK_CHANGE = LocalDate.of(2026, 10, 25);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 26);
  private static final AccountingPointId STAYING = new AccountingPointId(Feed.point(1));
  private static final AccountingPointId JOINING = new AccountingPointId(Feed.point(2));

  /** Value n is that of the n-th quarter-hour after this. */
  private static final Instant ORIGIN_OF_VALUES = Instant.parse("2026-10-23T00:00:00Z");

  private static final int VALUES = 5 * 96;

  @Inject RecordSeries recordSeries;
  @Inject TenantTransactions transactions;
  @Inject Snapshots snapshots;
  @Inject CommunityReader reader;

  @Test
  void daysReadOneByOneHaveTheValuesOfTheirQuarterHours() throws Throwable {
    record();
    // Berlin: 24 October begins at 22:00Z on the 23rd, quarter-hour 88 of 23 October; 96 later the
    // 25th with 100, then the 26th, which begins at 23:00Z on the 25th: 88 + 96 + 100 = 284.
    List<CommunityDay> berlin = read("Europe/Berlin", List.of(FIRST, CLOCK_CHANGE, LAST));
    assertThat(energies(berlin.get(0), 0)).containsExactly(from(88, 96));
    assertThat(energies(berlin.get(1), 0)).containsExactly(from(184, 100));
    assertThat(energies(berlin.get(2), 0)).containsExactly(from(284, 96));
    // He joins on the 25th: his first quarter-hours are on a UTC day that was read before.
    assertThat(berlin.get(0).consumption()).hasSize(1);
    assertThat(energies(berlin.get(1), 1)).containsExactly(from(184, 100));
    assertThat(energies(berlin.get(2), 1)).containsExactly(from(284, 96));
  }

  @Test
  void aZoneWithoutOffsetAndPartsOfSeveralDaysGiveTheSame() throws Throwable {
    record();
    // UTC: 24 October begins with quarter-hour 96.
    List<CommunityDay> utc = read("UTC", List.of(FIRST, CLOCK_CHANGE, LAST));
    assertThat(energies(utc.get(0), 0)).containsExactly(from(96, 96));
    assertThat(energies(utc.get(1), 1)).containsExactly(from(192, 96));
    assertThat(energies(utc.get(2), 0)).containsExactly(from(288, 96));
    List<CommunityDay> twoParts = read("Europe/Berlin", List.of(FIRST, LAST));
    assertThat(energies(twoParts.get(1), 1)).containsExactly(from(184, 100));
    assertThat(energies(twoParts.get(2), 1)).containsExactly(from(284, 96));
  }

  private void record() throws Throwable {
    Long[] values = new Long[VALUES];
    Arrays.setAll(values, n -> (long) n);
    DayBlockAssembly blocks = new DayBlockAssembly();
    blocks.add(
        ORIGIN_OF_VALUES, List.of(values), List.of(new QualityRun(ValueQuality.MEASURED, VALUES)));
    Origin origin =
        new Origin(
            Instant.parse("2026-10-29T05:00:00Z"), Instant.parse("2026-10-29T06:00:00Z"), "parts");
    List<Delivery> deliveries = new ArrayList<>();
    for (AccountingPointId point : List.of(STAYING, JOINING)) {
      deliveries.add(
          new Delivery(
              point, origin, Map.of(EnergyDirection.CONSUMPTION, List.copyOf(blocks.blocks()))));
    }
    VertxContextSupport.subscribeAndAwait(
        () -> transactions.inTransaction(TENANT, () -> recordSeries.record(TENANT, deliveries)));
  }

  /** Reads 24 to 26 October, a part from each of the days on. */
  private List<CommunityDay> read(String zone, List<LocalDate> begins) throws Throwable {
    Community community =
        new Community(
            "parts",
            "Parts",
            ZoneId.of(zone),
            List.of(),
            List.of(member(STAYING, FIRST), member(JOINING, CLOCK_CHANGE)));
    DateRange period = new DateRange(FIRST, LAST.plusDays(1));
    Instant known =
        VertxContextSupport.subscribeAndAwait(() -> snapshots.freeze(TENANT, Optional.empty()));
    CommunityReader.Reading reading = reader.begin(community, period, known);
    List<CommunityDay> days = new ArrayList<>();
    for (int i = 0; i < begins.size(); i++) {
      LocalDate end = i + 1 < begins.size() ? begins.get(i + 1) : LAST.plusDays(1);
      DateRange part = new DateRange(begins.get(i), end);
      days.addAll(
          VertxContextSupport.subscribeAndAwait(
              () -> transactions.inTransaction(TENANT, () -> reading.read(part))));
    }
    return days;
  }

  private static Member member(AccountingPointId point, LocalDate from) {
    return new Member(point, EnergyDirection.CONSUMPTION, new DateRange(from, null), null);
  }

  private static long[] energies(CommunityDay day, int consumer) {
    LoadProfile profile = day.consumption().get(consumer);
    assertThat(profile.gaps()).isEmpty();
    return profile.usableEnergies();
  }

  private static long[] from(long first, int count) {
    return LongStream.range(first, first + count).toArray();
  }
}
