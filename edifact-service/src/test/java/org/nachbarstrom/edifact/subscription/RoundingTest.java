package org.nachbarstrom.edifact.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  /** By hand: the sum half up, then whole parts, then the missing ones by largest remainder. */
  @ParameterizedTest
  @CsvSource({
    // sum 1 235 400 -> 1 235; whole parts 400 + 834; the remainder 800 is larger than 600
    "400600, 834800, 400, 835",
    // sum 1 234 567 -> 1 235; whole parts 400 + 834; the remainder 500 is larger than 67
    "400500, 834067, 401, 834",
    // sum 1 000 -> 1; equal remainders: the first part gets it
    "500, 500, 1, 0",
    // sum 1 998 -> 2; whole parts 0 + 0; both get one
    "999, 999, 1, 1",
    // sum 499 -> 0
    "499, 0, 0, 0",
    // sum 500 -> 1
    "250, 250, 1, 0",
    "7000000, 12000000, 7000, 12000",
    "0, 0, 0, 0"
  })
  void partsAddUpToTheRoundedSum(long shared, long rest, long sharedRounded, long restRounded) {
    assertThat(Rounding.toWattHours(new long[] {shared, rest}))
        .containsExactly(sharedRounded, restRounded);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Rounding.toWattHours(new long[0])).isEmpty();
  }

  @Property(tries = 2000)
  void noPartIsOffByAWattHourOrMoreAndTheSumIsRight(
      @ForAll @Size(min = 1, max = 100)
          List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> parts) {
    long[] rounded = Rounding.toWattHours(parts.stream().mapToLong(Long::longValue).toArray());
    long sum = parts.stream().mapToLong(Long::longValue).sum();
    assertThat(Arrays.stream(rounded).sum()).isEqualTo((sum + 500) / 1000);
    for (int i = 0; i < rounded.length; i++) {
      assertThat(Math.abs(rounded[i] * 1000 - parts.get(i))).isLessThan(1000);
    }
  }
}
