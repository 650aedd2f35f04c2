package org.nachbarstrom.metering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Documents with readings and their cancellations end in the same energies whatever the order and
 * repetition: those that follow from the readings that count in the end. Documents are kept in
 * memory by the rules that the database keeps them by.
 */
class DerivedOrderPropertyTest {
  private static final Instant START = Instant.parse("2026-03-28T23:00:00Z");
  private static final Instant SENT = Instant.parse("2026-03-30T05:00:00Z");
  private static final int MOMENTS = 6;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);

  /** 3 kWh in a quarter-hour. */
  private static final long TOO_MUCH = 3_000_000;

  private static final MeteredObject OBJECT =
      new MeteredObject(MeteredObject.Kind.MARKET_LOCATION, "50000000013");
  private static final MeteringHistory METERING =
      MeteringHistory.of(
          new PointMetering(new AccountingPointId("50000000013"), null, 1, 4, 40_000L));

  /**
   * A document, or a cancellation if it says no values.
   *
   * @param number of the document, or of the cancelled one
   * @param minute of the message
   * @param device number of the meter
   * @param first moment, by quarter-hours
   * @param values register readings in a row, one a quarter-hour; every seventh message was read
   *     five minutes late
   */
  record Sent(int number, int minute, String device, int first, List<Integer> values) {
    Instant time() {
      return SENT.plusSeconds(60L * minute);
    }

    boolean cancels() {
      return values.isEmpty();
    }

    List<DocumentStore.KnownReading> readings() {
      List<DocumentStore.KnownReading> readings = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        ValueQuality quality =
            (minute + i) % 5 == 0 ? ValueQuality.SUBSTITUTE : ValueQuality.MEASURED;
        readings.add(
            new DocumentStore.KnownReading(
                OBJECT,
                device,
                new Reading(
                    ObisCode.parse("1-1:1.8.0"),
                    BigDecimal.valueOf(values.get(i)),
                    quality,
                    at(first + i).plusSeconds(minute % 7 == 0 ? 300 : 0),
                    null,
                    null,
                    null,
                    ValueStatus.NONE),
                new SourceDocument("S", "D" + number, new Origin(time(), time(), "m" + minute))));
      }
      return readings;
    }
  }

  private static Instant at(int moment) {
    return START.plusSeconds(900L * moment);
  }

  /** The documents received so far, and the series that was derived of them. */
  private static final class Received {
    private final Set<Sent> documents = new HashSet<>();
    private final Map<LocalDate, DayState> series = new HashMap<>();
    private int processed;

    /** A load profile of 5 in every quarter-hour, older than all readings. */
    void deliverProfile() {
      for (int i = -1; i <= MOMENTS; i++) {
        merge(
            at(i),
            new AdjacentReadings.QuarterHourEnergy(5, ValueQuality.MEASURED),
            new Origin(SENT.minusSeconds(60), SENT, "profile"));
      }
    }

    /** Rejects what is too much. */
    void check() {
      for (int i = -1; i <= MOMENTS; i++) {
        DayState state = series.getOrDefault(QuarterHours.utcDayOf(at(i)), DayState.none(DAY));
        int slot = QuarterHours.slotOf(at(i));
        Origin there = state.origin(slot).orElse(null);
        ValueQuality quality = state.values().quality(slot);
        if (there != null
            && (quality.billable() || quality.provisional())
            && state.values().energy(slot) > TOO_MUCH) {
          merge(
              at(i),
              new AdjacentReadings.QuarterHourEnergy(
                  state.values().energy(slot), ValueQuality.UNUSABLE),
              new Origin(
                  there.messageTime(),
                  there.receivedAt(),
                  there.reference() + "\t000001 REJECTED"));
        }
      }
    }

    private void merge(Instant start, AdjacentReadings.QuarterHourEnergy energy, Origin origin) {
      DayBlockAssembly assembly = new DayBlockAssembly();
      assembly.add(
          start, List.of(energy.milliWattHours()), List.of(new QualityRun(energy.quality(), 1)));
      assembly
          .blocks()
          .forEach(block ->
              series.merge(
                  block.day(),
                  DayState.none(block.day()).merge(block, origin).state(),
                  (state, first) -> state.merge(block, origin).state()));
    }

    void take(Sent sent) {
      List<Instant> moments =
          (sent.cancels() ? documents.stream() : Stream.of(sent))
              .filter(document -> document.number() == sent.number())
              .flatMap(document -> document.readings().stream())
              .map(known -> known.reading().at())
              .sorted()
              .toList();
      documents.add(sent);
      if (!moments.isEmpty()) {
        derive(
            new Interval(
                moments.getFirst().minus(Interval.QUARTER_HOUR),
                moments.getLast().plus(Interval.QUARTER_HOUR).plusMillis(1)));
      }
    }

    private void derive(Interval window) {
      List<DocumentStore.KnownReading> counting =
          counting().stream().filter(known -> within(window, known.reading().at())).toList();
      Map<Instant, List<DayBlock>> told =
          DerivedDays.of(
              AdjacentReadings.energies(counting, METERING), series, newestMessages(), window);
      processed++;
      told.forEach((time, blocks) ->
          blocks.forEach(block -> {
            Origin origin = new Origin(time, SENT.plusSeconds(processed), Origin.READINGS);
            DayState state = series.getOrDefault(block.day(), DayState.none(block.day()));
            series.put(block.day(), state.merge(block, origin).state());
          }));
    }

    private static boolean within(Interval window, Instant at) {
      return !at.isBefore(window.start()) && !at.isAfter(window.end());
    }

    private boolean cancelled(Sent document) {
      return documents.stream()
          .anyMatch(other ->
              other.cancels()
                  && other.number() == document.number()
                  && !other.time().isBefore(document.time()));
    }

    private List<DocumentStore.KnownReading> counting() {
      Map<String, DocumentStore.KnownReading> latest = new TreeMap<>();
      documents.stream()
          .filter(document -> !document.cancels() && !cancelled(document))
          .flatMap(document -> document.readings().stream())
          .forEach(known ->
              latest.merge(
                  known.deviceNumber() + known.reading().at(),
                  known,
                  (one, other) ->
                      one.source().origin().compareTo(other.source().origin()) > 0 ? one : other));
      return List.copyOf(latest.values());
    }

    private Map<Instant, Instant> newestMessages() {
      Map<Instant, Instant> newest = new HashMap<>();
      for (Sent document : documents) {
        for (DocumentStore.KnownReading known : document.readings()) {
          documents.stream()
              .filter(other ->
                  other.equals(document)
                      || (other.cancels() && other.number() == document.number()))
              .forEach(other ->
                  newest.merge(
                      known.reading().at(),
                      other.time(),
                      (one, two) -> one.isAfter(two) ? one : two));
        }
      }
      return newest;
    }

    /** Energies that are there. */
    Map<Instant, String> energies() {
      Map<Instant, String> energies = new LinkedHashMap<>();
      for (int i = -1; i <= MOMENTS; i++) {
        DayState state = series.get(QuarterHours.utcDayOf(at(i)));
        int slot = QuarterHours.slotOf(at(i));
        if (state != null && state.values().quality(slot) != ValueQuality.MISSING) {
          energies.put(at(i), state.values().energy(slot) + " " + state.values().quality(slot));
        }
      }
      return energies;
    }
  }

  private static Received after(List<Sent> messages) {
    Received received = new Received();
    messages.forEach(received::take);
    return received;
  }

  @Provide
  Arbitrary<List<Sent>> messages() {
    Arbitrary<Sent> documents =
        Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(1, 60),
                Arbitraries.of("Z1", "Z1", "Z1", "Z2", ""),
                Arbitraries.integers().between(0, MOMENTS - 1),
                Arbitraries.integers().between(9_990, 9_999).list().ofMinSize(1).ofMaxSize(3))
            .as(Sent::new);
    Arbitrary<Sent> cancellations =
        Combinators.combine(
                Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 60))
            .as((number, minute) -> new Sent(number, minute, "", 0, List.of()));
    return Arbitraries.frequencyOf(Tuple.of(3, documents), Tuple.of(1, cancellations))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .uniqueElements(Sent::minute);
  }

  @Property(tries = 3_000)
  void endsInTheEnergiesOfWhatCountsWhateverTheOrderAndRepetition(
      @ForAll("messages") List<Sent> messages, @ForAll Random random) {
    List<Sent> shuffled = new ArrayList<>(messages);
    shuffled.addAll(messages);
    Collections.shuffle(shuffled, random);
    Received received = after(shuffled);
    Map<Instant, String> expected = new LinkedHashMap<>();
    AdjacentReadings.energies(received.counting(), METERING)
        .forEach((start, energy) ->
            expected.put(start, energy.milliWattHours() + " " + energy.quality()));
    assertThat(received.energies()).isEqualTo(expected);
    assertThat(after(messages).energies()).isEqualTo(expected);
  }

  /** A load profile lies beneath, and what is too much is rejected at any moment, or at the end. */
  @Property(tries = 3_000)
  void endsAlikeWithVerdictsWheneverTheyAreMade(
      @ForAll("messages") List<Sent> messages, @ForAll Random random) {
    List<Sent> shuffled = new ArrayList<>(messages);
    shuffled.addAll(messages);
    Collections.shuffle(shuffled, random);
    Received received = new Received();
    int profile = random.nextInt(shuffled.size());
    for (int i = 0; i < shuffled.size(); i++) {
      if (i == profile) {
        received.deliverProfile();
      }
      received.take(shuffled.get(i));
      if (random.nextBoolean()) {
        received.check();
      }
    }
    received.check();
    Map<Instant, String> expected = new LinkedHashMap<>();
    for (int i = -1; i <= MOMENTS; i++) {
      expected.put(at(i), "5 MEASURED");
    }
    AdjacentReadings.energies(received.counting(), METERING)
        .forEach(
            (start, energy) -> expected.put(start, energy.milliWattHours() + " " + judged(energy)));
    assertThat(received.energies()).isEqualTo(expected);
  }

  private static ValueQuality judged(AdjacentReadings.QuarterHourEnergy energy) {
    boolean usable = energy.quality().billable() || energy.quality().provisional();
    return usable && energy.milliWattHours() > TOO_MUCH ? ValueQuality.UNUSABLE : energy.quality();
  }
}
