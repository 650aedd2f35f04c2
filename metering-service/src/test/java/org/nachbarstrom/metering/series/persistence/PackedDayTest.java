package org.nachbarstrom.metering.series.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ValueQuality;

class PackedDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);

  private static String hex(long... energies) {
    return HexFormat.of().formatHex(PackedEnergies.pack(energies));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Test
  void packsAsCalculatedByHand() {
    // Nothing but the power of ten.
    assertThat(hex()).isEqualTo("0c");
    // 0 is divided by every power; the largest is 12.
    assertThat(hex(0, 0)).isEqualTo("0c0000");
    // 5 000, 127 000 and 128 000 by 10³: 05, 7f, and 128 = 1 · 128 + 0: 80 01.
    assertThat(hex(5_000, 127_000, 128_000)).isEqualTo("03057f8001");
    // 300 = 2 · 128 + 44, 44 = 0x2c: ac 02; 1 makes the power 0.
    assertThat(hex(300, 1)).isEqualTo("00ac0201");
    // 1 234 567 = 75 · 16 384 + 45 · 128 + 7: 87 ad 4b (75 = 0x4b, 45 = 0x2d, 7).
    assertThat(hex(1_234_567)).isEqualTo("0087ad4b");
    // 2^63 - 1: nine times seven bits.
    assertThat(hex(Long.MAX_VALUE)).isEqualTo("00ffffffffffffffff7f");
  }

  @Property
  void unpacksWhatWasPacked(
      @ForAll @Size(max = 96) List<@LongRange(min = 0) Long> energies,
      @ForAll @LongRange(min = 0, max = 12) long power) {
    long factor = Long.parseLong("1" + "0".repeat((int) power));
    long[] values = energies.stream().mapToLong(energy -> energy / factor * factor).toArray();
    byte[] packed = PackedEnergies.pack(values);
    assertThat(PackedEnergies.unpack(packed, values.length)).isEqualTo(values);
    assertThat(packed[0]).isGreaterThanOrEqualTo((byte) power);
  }

  @Test
  void refusesBytesThatAreNoSuchEnergies() {
    Stream.of("", "0d00", "80", "00", "0080", "000102", "00ffffffffffffffffff01", "0cffffff7f")
        .forEach(bad ->
            assertThatIllegalArgumentException()
                .as(bad)
                .isThrownBy(() -> PackedEnergies.unpack(bytes(bad), 1)));
  }

  @Property
  void neverReadsPastForeignBytes(@ForAll @Size(max = 30) byte[] bytes) {
    try {
      long[] energies = PackedEnergies.unpack(bytes, 3);
      assertThat(Arrays.stream(energies).filter(energy -> energy >= 0)).hasSize(3);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("packed");
    }
  }

  @Provide
  Arbitrary<DayBlock> days() {
    List<ValueQuality> all = List.of(ValueQuality.values());
    int none = all.size();
    Arbitrary<int[]> qualities =
        Arbitraries.integers().between(0, none).array(int[].class).ofSize(96);
    Arbitrary<String[]> statuses =
        Arbitraries.of("", "", "Z32:Z92 Z40:Z75", "Z33:Z86").array(String[].class).ofSize(96);
    return Combinators.combine(qualities, statuses, Arbitraries.of(1, 4))
        .as((quality, status, stretch) -> {
          @Nullable ValueQuality[] held = new ValueQuality[96];
          List<ValueStatus> said = new ArrayList<>();
          for (int slot = 0; slot < 96; slot++) {
            int of = quality[slot / stretch];
            held[slot] = of == none ? null : all.get(of);
            said.add(ValueStatus.parse(of == none ? "" : status[slot / stretch]));
          }
          return DayBlock.of(DAY, new long[96], held).withStatuses(said);
        });
  }

  @Property
  void readsTheQualitiesAndStatusesItWrote(@ForAll("days") DayBlock day) {
    assertThat(QualityRuns.read(QualityRuns.write(day))).isEqualTo(day.qualities());
    String statuses = StatusRuns.write(day);
    DayBlock bare = DayBlock.of(DAY, day.energies(), day.qualities());
    assertThat(statuses == null ? bare : bare.withStatuses(StatusRuns.read(statuses)))
        .isEqualTo(day);
  }

  @Test
  void refusesRunsThatMakeNoDay() {
    for (String bad : List.of("", "M95", "M97", "M96M0", "M0M96", "Q96", "M", "96", "M48.49")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> QualityRuns.read(bad));
    }
    for (String bad : List.of("", "95", "97", "96;", "0;96", "x", "-1;97")) {
      assertThatIllegalArgumentException().as(bad).isThrownBy(() -> StatusRuns.read(bad));
    }
  }
}
