package org.nachbarstrom.metering.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.ValueQuality;

class DayStateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);
  private static final Instant RECEIVED = Instant.parse("2026-03-30T06:00:00Z");

  record Sent(DayBlock block, Origin origin) {}

  private static Origin origin(int minute) {
    return new Origin(
        Instant.parse("2026-03-30T05:00:00Z").plusSeconds(60L * minute), RECEIVED, "m");
  }

  /** Values from a slot on. */
  private static DayBlock block(int from, long... values) {
    long[] energies = new long[96];
    @Nullable ValueQuality[] qualities = new ValueQuality[96];
    for (int i = 0; i < values.length; i++) {
      energies[from + i] = values[i];
      qualities[from + i] = ValueQuality.MEASURED;
    }
    return DayBlock.of(DAY, energies, qualities);
  }

  private static DayState after(List<Sent> deliveries) {
    DayState state = DayState.none(DAY);
    for (Sent sent : deliveries) {
      state = state.merge(sent.block(), sent.origin()).state();
    }
    return state;
  }

  @Test
  void countsTheLaterMessageEvenIfItArrivesFirst() {
    Sent early = new Sent(block(0, 1, 2, 3), origin(1));
    Sent late = new Sent(block(2, 30, 40), origin(2));
    DayBlock expected = block(0, 1, 2, 30, 40);
    assertThat(after(List.of(early, late)).values()).isEqualTo(expected);
    assertThat(after(List.of(late, early)).values()).isEqualTo(expected);
  }

  @Test
  void makesNoVersionOfWhatIsKnown() {
    DayState state = after(List.of(new Sent(block(0, 1, 2), origin(1))));
    DayMerge again = state.merge(block(0, 1, 2), origin(1));
    assertThat(again.newValues()).isFalse();
    assertThat(again.version()).isEmpty();
    assertThat(again.state().version()).isEqualTo(1);
  }

  @Test
  void remembersThatTheSameValueWasConfirmedLater() {
    Sent first = new Sent(block(0, 5), origin(1));
    Sent between = new Sent(block(0, 7), origin(2));
    Sent confirmed = new Sent(block(0, 5), origin(3));
    assertThat(after(List.of(first, confirmed, between)).values()).isEqualTo(block(0, 5));
    assertThat(after(List.of(first, between, confirmed)).values()).isEqualTo(block(0, 5));
  }

  @Test
  void tellsFromWhenToWhenValuesChanged() {
    DayState state = after(List.of(new Sent(block(0, 1, 2, 3, 4), origin(1))));
    DayMerge merge = state.merge(block(0, 1, 20, 3, 40), origin(2));
    assertThat(merge.changedFrom()).isEqualTo(Instant.parse("2026-03-28T00:15:00Z"));
    assertThat(merge.changedUntil()).isEqualTo(Instant.parse("2026-03-28T01:00:00Z"));
    assertThat(merge.state().version()).isEqualTo(2);
  }

  @Test
  void takesAChangedQualityAsAChange() {
    DayState state = after(List.of(new Sent(block(0, 1), origin(1))));
    long[] energies = new long[96];
    energies[0] = 1;
    @Nullable ValueQuality[] qualities = new ValueQuality[96];
    qualities[0] = ValueQuality.SUBSTITUTE;
    assertThat(state.merge(DayBlock.of(DAY, energies, qualities), origin(2)).newValues()).isTrue();
  }

  @Test
  void takesAChangedStatusAsAVersionButNotAsAChangeOfValues() {
    ValueStatus corrected = new ValueStatus(List.of(), "", "ZA4", "", List.of());
    DayState state = after(List.of(new Sent(block(0, 1, 2), origin(1))));
    DayMerge merge = state.merge(withStatus(block(0, 1, 2), 1, corrected), origin(2));
    assertThat(merge.version().orElseThrow().confirms()).isFalse();
    assertThat(merge.newValues()).isFalse();
    assertThat(merge.state().version()).isEqualTo(2);
    assertThat(merge.state().values().status(0)).isEqualTo(ValueStatus.NONE);
    assertThat(merge.state().values().status(1)).isEqualTo(corrected);
  }

  @Test
  void forgetsTheStatusOfAValueThatWasSentAgainWithoutOne() {
    ValueStatus substitute = ValueStatus.substitute("ZJ2", "ZB0");
    Sent first = new Sent(withStatus(block(0, 1, 2), 0, substitute), origin(1));
    Sent second = new Sent(block(0, 1), origin(2));
    assertThat(after(List.of(first, second)).values().anyStatus()).isFalse();
    assertThat(after(List.of(second, first)).values().anyStatus()).isFalse();
  }

  private static DayBlock withStatus(DayBlock block, int slot, ValueStatus status) {
    List<ValueStatus> statuses = new ArrayList<>(Collections.nCopies(96, ValueStatus.NONE));
    statuses.set(slot, status);
    return block.withStatuses(statuses);
  }

  @Test
  void survivesBeingStored() {
    DayMerge first = DayState.none(DAY).merge(block(0, 1, 2, 3), origin(1));
    DayMerge second = first.state().merge(block(2, 30), origin(2));
    DayState stored =
        DayState.of(DAY, List.of(second.version().orElseThrow(), first.version().orElseThrow()));
    assertThat(stored).isEqualTo(second.state());
    assertThat(stored.version()).isEqualTo(2);
    assertThat(stored.origin(1)).contains(origin(1));
    assertThat(stored.origin(2)).contains(origin(2));
    assertThat(stored.origin(3)).isEmpty();
    assertThat(stored.merge(block(2, 3), origin(1)).version()).isEmpty();
  }

  @Test
  void keepsWhatDoesNotCountButNotTwice() {
    DayState state = after(List.of(new Sent(block(1, 20), origin(2))));
    DayMerge merge = state.merge(block(0, 1, 2, 3), origin(1));
    DayVersion version = merge.version().orElseThrow();
    assertThat(version.values()).isEqualTo(block(0, 1, 2, 3));
    assertThat(version.number()).isEqualTo(2);
    assertThat(version.confirms()).isFalse();
    assertThat(merge.state().values()).isEqualTo(block(0, 1, 20, 3));
    DayMerge late = merge.state().merge(block(1, 9), origin(0));
    assertThat(late.newValues()).isFalse();
    assertThat(late.version().orElseThrow().values()).isEqualTo(block(1, 9));
    assertThat(late.state().merge(block(1, 9), origin(0)).version()).isEmpty();
  }

  @Test
  void letsWhatWasDeliveredCountAgainWhenReadingsAreTakenBack() {
    Sent delivered = new Sent(block(0, 1, 2), origin(1));
    Sent told = new Sent(block(0, 10), derived(2));
    Sent takenBack = new Sent(withdrawn(0), derived(3));
    assertThat(after(List.of(delivered, told)).values()).isEqualTo(block(0, 10, 2));
    assertThat(after(List.of(delivered, told, takenBack)).values()).isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(told, delivered, takenBack)).values()).isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(told, takenBack, delivered)).values()).isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(delivered)).values()).isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(told, takenBack)).values().quality(0)).isEqualTo(ValueQuality.MISSING);
  }

  @Test
  void letsAVerdictGoWithTheReadingsItIsAbout() {
    Sent delivered = new Sent(block(0, 1, 2), origin(1));
    Sent told = new Sent(block(0, 10), derived(2));
    Sent rejected = new Sent(unusable(0, 10), judged(2));
    Sent takenBack = new Sent(withdrawn(0), derived(3));
    Sent toldAgain = new Sent(block(0, 10), derived(4));
    assertThat(after(List.of(delivered, told, rejected)).values())
        .isEqualTo(unusable(0, 10).overlaid(block(1, 2)));
    assertThat(after(List.of(delivered, told, rejected, takenBack)).values())
        .isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(takenBack, rejected, told, delivered)).values())
        .isEqualTo(block(0, 1, 2));
    assertThat(after(List.of(told, rejected, takenBack)).values().quality(0))
        .isEqualTo(ValueQuality.MISSING);
    assertThat(after(List.of(told, rejected, takenBack, toldAgain)).values())
        .isEqualTo(block(0, 10));
  }

  /** A verdict about what the readings told at the minute. */
  private static Origin judged(int minute) {
    Origin about = derived(minute);
    return new Origin(
        about.messageTime(), about.receivedAt(), about.reference() + "\t000001 REJECTED");
  }

  private static DayBlock unusable(int slot, long value) {
    long[] energies = new long[96];
    energies[slot] = value;
    @Nullable ValueQuality[] qualities = new ValueQuality[96];
    qualities[slot] = ValueQuality.UNUSABLE;
    return DayBlock.of(DAY, energies, qualities);
  }

  private static Origin derived(int minute) {
    return new Origin(origin(minute).messageTime(), RECEIVED, Origin.READINGS);
  }

  private static DayBlock withdrawn(int slot) {
    @Nullable ValueQuality[] qualities = new ValueQuality[96];
    qualities[slot] = ValueQuality.MISSING;
    return DayBlock.of(DAY, new long[96], qualities);
  }

  @Test
  void confirmsWhatIsSentAgainLater() {
    DayMerge first = DayState.none(DAY).merge(block(0, 5, 6), origin(1));
    DayMerge again = first.state().merge(block(0, 5, 6), origin(3));
    assertThat(again.newValues()).isFalse();
    assertThat(again.version().orElseThrow().confirms()).isTrue();
    // Energies of a confirmation are not stored.
    DayVersion stored = new DayVersion(2, origin(3), block(0, 0, 0), true);
    DayState state = DayState.of(DAY, List.of(first.version().orElseThrow(), stored));
    assertThat(state).isEqualTo(again.state());
    assertThat(state.merge(block(0, 7), origin(2)).newValues()).isFalse();
  }

  @Provide
  Arbitrary<List<Sent>> deliveries() {
    Arbitrary<Sent> sent =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.longs().between(0, 3).array(long[].class).ofMinSize(1).ofMaxSize(4),
                Arbitraries.integers().between(1, 50),
                Arbitraries.of("", "Z32:Z92 Z40:Z75", "Z33:Z86"),
                Arbitraries.of("delivered", "told", "judged", "taken back"))
            .as((from, values, minute, status, kind) ->
                switch (kind) {
                  case "told" -> new Sent(block(from, values), derived(minute));
                  case "judged" -> new Sent(unusable(from, values[0]), judged(minute));
                  case "taken back" -> new Sent(withdrawn(from), derived(minute));
                  default ->
                      new Sent(
                          withStatus(block(from, values), from, ValueStatus.parse(status)),
                          origin(minute));
                });
    return sent.list().ofMinSize(1).ofMaxSize(6).uniqueElements(Sent::origin);
  }

  @Property(tries = 300)
  void endsInTheSameStateWhateverTheOrderAndRepetition(
      @ForAll("deliveries") List<Sent> deliveries, @ForAll java.util.Random random) {
    List<Sent> shuffled = new ArrayList<>(deliveries);
    shuffled.addAll(deliveries);
    Collections.shuffle(shuffled, random);
    assertThat(after(shuffled)).isEqualTo(after(deliveries));
  }
}
