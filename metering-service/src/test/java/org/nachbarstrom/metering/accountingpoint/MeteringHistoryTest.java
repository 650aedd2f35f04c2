package org.nachbarstrom.metering.accountingpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;

class MeteringHistoryTest {
  /** Begins at 22:00 UTC of the day before. */
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private static final Instant BEFORE = Instant.parse("2026-05-31T21:45:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-05-31T22:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-05-31T22:15:00Z");

  private static PointMetering factor(int factor, @Nullable LocalDate from) {
    return new PointMetering(
        new AccountingPointId("50000000013"), null, factor, null, null, from, null, null);
  }

  private static MeteringHistory history(PointMetering... newestFirst) {
    return new MeteringHistory(List.of(newestFirst));
  }

  @Test
  void takesOfADayTheNewestDeclarationThatHoldsOnIt() {
    MeteringHistory history = history(factor(50, JUNE), factor(40, null));
    assertThat(history.at(BEFORE)).contains(factor(40, null));
    assertThat(history.at(MIDNIGHT)).contains(factor(50, JUNE));
    // What was said last of all days holds on all of them.
    assertThat(history(factor(60, null), factor(50, JUNE)).at(AFTER)).contains(factor(60, null));
  }

  @Test
  void knowsNothingBeforeTheFirstDayOfTheOnlyDeclaration() {
    assertThat(history(factor(50, JUNE)).at(BEFORE)).isEmpty();
    assertThat(history(factor(50, JUNE)).during(new Interval(BEFORE, AFTER))).isEmpty();
    assertThat(MeteringHistory.NONE.at(AFTER)).isEmpty();
  }

  @Test
  void answersNothingForATimeInWhichItChanges() {
    MeteringHistory history = history(factor(50, JUNE), factor(40, null));
    assertThat(history.during(new Interval(BEFORE, AFTER))).isEmpty();
    assertThat(history.during(new Interval(BEFORE, MIDNIGHT))).contains(factor(40, null));
    assertThat(history.during(new Interval(MIDNIGHT, AFTER))).contains(factor(50, JUNE));
    assertThat(history(factor(40, JUNE), factor(40, null)).during(new Interval(BEFORE, AFTER)))
        .isPresent();
  }

  /** The first metering point was there until the end of May, the second is since June. */
  @Test
  void saysFromWhenOnAMeteringPointIsFree() {
    MeteringPointId first = new MeteringPointId("DE00012345678" + "%020d".formatted(1));
    MeteringPointId second = new MeteringPointId("DE00012345678" + "%020d".formatted(2));
    MeteringHistory history = history(at(second, JUNE), at(first, null));
    assertThat(history.names(first, null)).isTrue();
    assertThat(history.names(first, JUNE.minusDays(1))).isTrue();
    assertThat(history.names(first, JUNE)).isFalse();
    assertThat(history.names(second, null)).isTrue();
    assertThat(history.names(second, JUNE.plusYears(1))).isTrue();
    // Declared anew for all days without any metering point: both are free on all days.
    MeteringHistory taken = history(factor(1, null), at(second, JUNE), at(first, null));
    assertThat(taken.names(first, null)).isFalse();
    assertThat(taken.names(second, null)).isFalse();
  }

  private static PointMetering at(MeteringPointId meteringPoint, @Nullable LocalDate from) {
    return new PointMetering(
        new AccountingPointId("50000000013"), meteringPoint, 1, null, null, from, null, null);
  }
}
