package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllocationKernelTest {
  private static final long[] NO_SHARES = {};

  /** One quarter-hour. */
  private static DayAllocation allocate(
      KeyMethod method, long[] shares, long[] consumption, long[] generation) {
    return AllocationKernel.exchange(
        KeyTerms.of(method, shares), columns(consumption), columns(generation), 1);
  }

  private static long[][] columns(long[] values) {
    long[][] columns = new long[values.length][1];
    for (int i = 0; i < values.length; i++) {
      columns[i][0] = values[i];
    }
    return columns;
  }

  private static long[] shares(DayAllocation result, int consumers) {
    long[] shares = new long[consumers];
    for (int i = 0; i < consumers; i++) {
      shares[i] = result.share(i, 0);
    }
    return shares;
  }

  private static long[] allocated(DayAllocation result, int consumers) {
    long[] allocated = new long[consumers];
    for (int i = 0; i < consumers; i++) {
      allocated[i] = result.allocated(i, 0);
    }
    return allocated;
  }

  private static long[] shared(DayAllocation result, int producers) {
    long[] shared = new long[producers];
    for (int p = 0; p < producers; p++) {
      shared[p] = result.shared(p, 0);
    }
    return shared;
  }

  @Test
  void sharesInProportionToConsumptionByLargestRemainder() {
    // 10·5/30 = 1⅔, 10·10/30 = 3⅓, 10·15/30 = 5: floors 1, 3, 5, the unit left goes to ⅔.
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {5, 10, 15}, new long[] {10});
    assertThat(shares(result, 3)).containsExactly(2, 3, 5);
    assertThat(allocated(result, 3)).containsExactly(2, 3, 5);
    assertThat(shared(result, 1)).containsExactly(10);
  }

  @Test
  void givesEqualRemaindersToTheLowerIndex() {
    // 5/3 each: floors 1, remainders equal, two units left.
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {7, 7, 7}, new long[] {5});
    assertThat(shares(result, 3)).containsExactly(2, 2, 1);
  }

  @Test
  void capsAtConsumptionAndLeavesTheRestAsSurplus() {
    // ΣC = 6, G = 12: shares 2·C, everybody is covered, half of each producer is surplus.
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {1, 2, 3}, new long[] {8, 4});
    assertThat(shares(result, 3)).containsExactly(2, 4, 6);
    assertThat(allocated(result, 3)).containsExactly(1, 2, 3);
    assertThat(shared(result, 2)).containsExactly(4, 2);
  }

  @Test
  void sharesNothingProportionallyWhenNobodyConsumesOrGenerates() {
    DayAllocation nobodyConsumes =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {0, 0}, new long[] {9, 1});
    assertThat(shares(nobodyConsumes, 2)).containsExactly(0, 0);
    assertThat(shared(nobodyConsumes, 2)).containsExactly(0, 0);
    DayAllocation nobodyGenerates =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {3, 4}, new long[] {0, 0});
    assertThat(shares(nobodyGenerates, 2)).containsExactly(0, 0);
  }

  @Test
  void sharesByFixedPercentagesAndLeavesWhatTheyLeave() {
    // 25 % and 50 % of 10: 2.5 and 5, and 2.5 that are nobody's. One unit is left; the remainders
    // of
    // the first consumer and of nobody are equal, so the consumer gets it: 3, 5 and 2.
    long[] shares = {25_000_000, 50_000_000};
    DayAllocation result = allocate(KeyMethod.STATIC, shares, new long[] {100, 4}, new long[] {10});
    assertThat(shares(result, 2)).containsExactly(3, 5);
    assertThat(allocated(result, 2)).containsExactly(3, 4);
    assertThat(shared(result, 1)).containsExactly(7);
  }

  @Test
  void tellsSharesOfFixedPercentagesEvenIfNobodyConsumes() {
    long[] shares = {50_000_000, 50_000_000};
    DayAllocation result = allocate(KeyMethod.STATIC, shares, new long[] {0, 0}, new long[] {10});
    assertThat(shares(result, 2)).containsExactly(5, 5);
    assertThat(allocated(result, 2)).containsExactly(0, 0);
  }

  @Test
  void takesTheFinestPercentageExactly() {
    // 0.000001 % of 1 kWh = 1 000 000 units is 0.01 unit; of 100 kWh one unit.
    long[] shares = {1};
    assertThat(
            allocate(KeyMethod.STATIC, shares, new long[] {1000}, new long[] {1_000_000})
                .share(0, 0))
        .isZero();
    assertThat(
            allocate(KeyMethod.STATIC, shares, new long[] {1000}, new long[] {100_000_000})
                .share(0, 0))
        .isEqualTo(1);
  }

  @Test
  void saysWhoSuppliedWhomByHand() {
    // G = 9 + 3 = 12, C = 4, 4, 4: everybody gets 4, producers share 9 and 3.
    // First consumer: 4·9/12 = 3, 4·3/12 = 1. Left 6 and 2: again 3 and 1. Last: the rest 3 and 1.
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {4, 4, 4}, new long[] {9, 3});
    for (int i = 0; i < 3; i++) {
      assertThat(result.exchanged(i, 0)).isEqualTo(3);
      assertThat(result.exchanged(i, 1)).isEqualTo(1);
    }
  }

  @Test
  void roundsWhoSuppliedWhomWithoutAskingForMoreThanThereIs() {
    // G = 2 + 1, C = 1, 1, 1: each gets 1, producers share 2 and 1.
    // First: ⅔ and ⅓ → 1, 0. Left 1 and 1. Second: ½ and ½ → 1, 0. Left 0 and 1. Third: 0, 1.
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {1, 1, 1}, new long[] {2, 1});
    assertThat(new long[] {result.exchanged(0, 0), result.exchanged(0, 1)}).containsExactly(1, 0);
    assertThat(new long[] {result.exchanged(1, 0), result.exchanged(1, 1)}).containsExactly(1, 0);
    assertThat(new long[] {result.exchanged(2, 0), result.exchanged(2, 1)}).containsExactly(0, 1);
  }

  @Test
  void creditsTheOnlyProducer() {
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {5, 15}, new long[] {10});
    assertThat(result.exchanged(0, 0)).isEqualTo(3);
    assertThat(result.exchanged(1, 0)).isEqualTo(7);
  }

  @Test
  void multipliesBeyondSixtyThreeBits() {
    // 10¹² · 10¹² = 10²⁴ does not fit into 63 bits; the share of each half is half of G.
    long large = 1_000_000_000_000L;
    DayAllocation result =
        allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {large, large}, new long[] {large});
    assertThat(shares(result, 2)).containsExactly(large / 2, large / 2);
  }

  @Test
  void allocatesWithoutConsumersOrProducers() {
    assertThat(
            allocate(KeyMethod.STATIC, NO_SHARES, new long[] {}, new long[] {5, 6}).sharedTotal(1))
        .isZero();
    assertThat(
            allocate(KeyMethod.PROPORTIONAL, NO_SHARES, new long[] {5}, new long[] {})
                .allocatedTotal(0))
        .isZero();
  }
}
