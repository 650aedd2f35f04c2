package org.nachbarstrom.metering.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/** A day whose values above 1 000 are implausible. */
class JudgementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
  private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
  private static final Instant SENT = Instant.parse("2026-04-01T10:00:00Z");
  private static final Reach REACH = Reach.of(DateRange.ofDay(DAY));
  private static final SeriesKey KEY =
      new SeriesKey(new AccountingPointId("50000000013"), EnergyDirection.CONSUMPTION);

  /** A series of one day in memory. */
  private static final class Series {
    private DayState state = DayState.none(DAY);
    private final List<RejectedValue> everRejected = new ArrayList<>();

    void deliver(Message message) {
      merge(message.origin(), message.start(), message.value(), ValueQuality.MEASURED);
    }

    void merge(Origin origin, Instant start, long value, ValueQuality quality) {
      DayBlockAssembly assembly = new DayBlockAssembly();
      assembly.add(start, List.of(value), List.of(new QualityRun(quality, 1)));
      assembly.blocks().forEach(block -> state = state.merge(block, origin).state());
    }

    void check(Set<Instant> released) {
      JudgedDays days =
          new JudgedDays(
              KEY,
              Map.of(DAY, state),
              new SeriesSnapshot(Map.of(KEY, Map.of(DAY, state.values()))),
              everRejected);
      Judgement due = Judgement.of(days, REACH, implausible(days, released));
      everRejected.addAll(due.rejected());
      for (Delivery delivery : due.deliveries(KEY)) {
        delivery
            .blocks()
            .getOrDefault(EnergyDirection.CONSUMPTION, List.of())
            .forEach(block -> state = state.merge(block, delivery.origin()).state());
      }
    }

    private static Set<Instant> implausible(JudgedDays days, Set<Instant> released) {
      LoadProfile delivered = days.delivered().profile(KEY, REACH.interval());
      Set<Instant> starts = new HashSet<>();
      for (int i = 0; i < delivered.size(); i++) {
        if (delivered.energy(i) > 1_000 && !released.contains(delivered.start(i))) {
          starts.add(delivered.start(i));
        }
      }
      return starts;
    }

    String noon() {
      int slot = QuarterHours.slotOf(NOON);
      DayBlock values = state.values();
      return values.energy(slot) + " " + values.quality(slot) + " " + values.status(slot).text();
    }
  }

  private record Message(Origin origin, Instant start, long value) {}

  private static Message message(int minute, int receivedSecond, String reference, long value) {
    Instant sent = SENT.plusSeconds(60L * minute);
    Origin origin = new Origin(sent, SENT.plusSeconds(86_400 + receivedSecond), reference);
    return new Message(origin, NOON, value);
  }

  @Test
  void makesAValueUnusableAndTheReleaseRestoresIt() {
    Series series = new Series();
    series.deliver(message(0, 0, "a", 1_001));
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("1001 UNUSABLE Z34:ZA1");
    int version = series.state.version();
    series.check(Set.of());
    assertThat(series.state.version()).isEqualTo(version);
    series.check(Set.of(NOON));
    assertThat(series.noon()).isEqualTo("1001 MEASURED ");
  }

  @Test
  void restoresTheValueInsteadOfASubstituteForIt() {
    Series series = new Series();
    series.deliver(message(0, 0, "a", 1_001));
    series.check(Set.of());
    Origin there = series.state.origin(QuarterHours.slotOf(NOON)).orElseThrow();
    Origin substitution =
        new Origin(there.messageTime(), there.receivedAt().plusSeconds(9), "substitution/1");
    series.merge(substitution, NOON, 500, ValueQuality.SUBSTITUTE);
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("500 SUBSTITUTE ");
    series.check(Set.of(NOON));
    assertThat(series.noon()).isEqualTo("1001 MEASURED ");
  }

  @Test
  void letsAVerdictGoWithTheReadingsItIsAbout() {
    Series series = new Series();
    Origin told = new Origin(SENT, SENT.plusSeconds(60), Origin.READINGS);
    series.merge(told, NOON, 1_001, ValueQuality.MEASURED);
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("1001 UNUSABLE Z34:ZA1");
    Origin cancelled =
        new Origin(SENT.plusSeconds(86_400), SENT.plusSeconds(86_460), Origin.READINGS);
    series.merge(cancelled, NOON, 0, ValueQuality.MISSING);
    series.check(Set.of(NOON));
    assertThat(series.noon()).isEqualTo("0 MISSING ");
    // What was delivered long before counts then, and is looked at like any other.
    series.merge(new Origin(SENT.minusSeconds(60), SENT, "a"), NOON, 900, ValueQuality.MEASURED);
    assertThat(series.noon()).isEqualTo("900 MEASURED ");
    series.merge(new Origin(SENT.minusSeconds(30), SENT, "b"), NOON, 2_000, ValueQuality.MEASURED);
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("2000 UNUSABLE Z34:ZA1");
  }

  @Test
  void restoresAndRejectsWhatReadingsTellOnceAgain() {
    Series series = new Series();
    Origin told = new Origin(SENT, SENT.plusSeconds(60), Origin.READINGS);
    series.merge(told, NOON, 1_001, ValueQuality.MEASURED);
    series.check(Set.of());
    series.check(Set.of(NOON));
    assertThat(series.noon()).isEqualTo("1001 MEASURED ");
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("1001 UNUSABLE Z34:ZA1");
    Origin substitution = new Origin(SENT, SENT.plusSeconds(90), "substitution/1");
    series.merge(substitution, NOON, 500, ValueQuality.SUBSTITUTE);
    assertThat(series.noon()).isEqualTo("500 SUBSTITUTE ");
    series.check(Set.of(NOON));
    assertThat(series.noon()).isEqualTo("1001 MEASURED ");
  }

  @Test
  void neverRejectsWhatSomebodyConfirmed() {
    Series series = new Series();
    Origin substitution = new Origin(Instant.EPOCH, SENT, "substitution/1");
    series.merge(substitution, NOON, 1_001, ValueQuality.SUBSTITUTE);
    series.check(Set.of());
    assertThat(series.noon()).isEqualTo("1001 SUBSTITUTE ");
  }

  @Test
  void endsAlikeInWhateverOrderAndHoweverOftenMessagesCome() {
    // The last message counts: 2 000 at the third minute, sent again a second time later.
    List<Message> tooMuch =
        List.of(
            message(1, 1, "a", 1_500),
            message(2, 0, "b", 900),
            message(3, 2, "c", 2_000),
            message(3, 7, "d", 2_000));
    assertThat(ends(tooMuch)).containsExactly("2000 UNUSABLE Z34:ZA1");
    // And here it is plausible, whatever was rejected before.
    List<Message> enough = List.of(message(1, 1, "a", 1_500), message(2, 0, "b", 900));
    assertThat(ends(enough)).containsExactly("900 MEASURED ");
    // Two of the same minute: the one received later counts.
    List<Message> sameMinute = List.of(message(1, 1, "a", 1_500), message(1, 2, "b", 800));
    assertThat(ends(sameMinute)).containsExactly("800 MEASURED ");
  }

  /** Delivers in 2 000 random orders, each message once to three times, with checks in between. */
  private static Set<String> ends(List<Message> messages) {
    Random random = new Random(42);
    Set<String> ends = new HashSet<>();
    for (int round = 0; round < 2_000; round++) {
      List<Message> deliveries = new ArrayList<>();
      messages.forEach(
          message -> deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), message)));
      Collections.shuffle(deliveries, random);
      Series series = new Series();
      for (Message delivery : deliveries) {
        series.deliver(delivery);
        if (random.nextBoolean()) {
          series.check(Set.of());
        }
      }
      series.check(Set.of());
      ends.add(series.noon());
    }
    return ends;
  }
}
