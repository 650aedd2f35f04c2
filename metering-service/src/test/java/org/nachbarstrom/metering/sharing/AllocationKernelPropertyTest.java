package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllocationKernelPropertyTest {
  static final class Case {
    private final KeyMethod method;
    private final long[] shares;
    private final long[][] consumption;
    private final long[][] generation;

    Case(KeyMethod method, long[] shares, long[][] consumption, long[][] generation) {
      this.method = method;
      this.shares = shares;
      this.consumption = consumption;
      this.generation = generation;
    }

    /** A cascade of three groups: fixed shares, in proportion, equal parts. */
    private static KeyTerms terms(KeyMethod method, long[] shares) {
      if (method != KeyMethod.CASCADE) {
        return KeyTerms.of(method, shares);
      }
      int[] groups = new int[shares.length];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = i % 3;
      }
      return KeyTerms.cascade(
          List.of(KeyMethod.STATIC, KeyMethod.PROPORTIONAL, KeyMethod.EQUAL), groups, shares);
    }

    int intervals() {
      return 3;
    }

    DayAllocation allocate() {
      return AllocationKernel.exchange(terms(method, shares), consumption, generation, intervals());
    }

    long generationAt(int interval) {
      long sum = 0;
      for (long[] profile : generation) {
        sum += profile[interval];
      }
      return sum;
    }

    long consumptionAt(int interval) {
      long sum = 0;
      for (long[] profile : consumption) {
        sum += profile[interval];
      }
      return sum;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.of(KeyMethod.class),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(1, 5))
        .flatAs((method, consumers, producers) ->
            Combinators.combine(
                    Arbitraries.just(method),
                    Arbitraries.longs()
                        .between(0, AllocationKernel.WHOLE / consumers)
                        .array(long[].class)
                        .ofSize(consumers),
                    profiles(consumers),
                    profiles(producers))
                .as(Case::new));
  }

  private static Arbitrary<long[][]> profiles(int members) {
    Arbitrary<Long> energies =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 5),
            Arbitraries.longs().between(0, 5_000_000),
            Arbitraries.longs().between(0, 1_000_000_000_000L));
    return energies.array(long[].class).ofSize(3).array(long[][].class).ofSize(members);
  }

  @Property(tries = 400)
  void conservesGenerationAndNeverExceedsConsumption(@ForAll("cases") Case given) {
    DayAllocation result = given.allocate();
    for (int t = 0; t < given.intervals(); t++) {
      long allocated = 0;
      long shares = 0;
      for (int i = 0; i < given.consumption.length; i++) {
        assertThat(result.allocated(i, t)).isBetween(0L, given.consumption[i][t]);
        assertThat(result.allocated(i, t))
            .isEqualTo(Math.min(given.consumption[i][t], result.share(i, t)));
        allocated += result.allocated(i, t);
        shares += result.share(i, t);
      }
      long shared = 0;
      for (int p = 0; p < given.generation.length; p++) {
        assertThat(result.shared(p, t)).isBetween(0L, given.generation[p][t]);
        shared += result.shared(p, t);
      }
      assertThat(shared).isEqualTo(allocated);
      // What reaches the next group of a cascade is offered twice.
      if (given.method != KeyMethod.CASCADE) {
        assertThat(shares).isLessThanOrEqualTo(given.generationAt(t));
      }
    }
  }

  @Property(tries = 400)
  void distributesExactlyTheSmallerOfGenerationAndConsumption(@ForAll("cases") Case given) {
    Case proportional =
        new Case(KeyMethod.PROPORTIONAL, given.shares, given.consumption, given.generation);
    DayAllocation result = proportional.allocate();
    for (int t = 0; t < given.intervals(); t++) {
      long allocated = 0;
      for (int i = 0; i < given.consumption.length; i++) {
        allocated += result.allocated(i, t);
      }
      assertThat(allocated).isEqualTo(Math.min(given.generationAt(t), given.consumptionAt(t)));
    }
  }

  @Property(tries = 400)
  void sharesAreTheExactOnesRoundedUpOrDown(@ForAll("cases") Case given) {
    Assume.that(given.method == KeyMethod.PROPORTIONAL || given.method == KeyMethod.STATIC);
    DayAllocation result = given.allocate();
    for (int t = 0; t < given.intervals(); t++) {
      long generated = given.generationAt(t);
      long consumed = given.consumptionAt(t);
      for (int i = 0; i < given.consumption.length; i++) {
        boolean proportional = given.method == KeyMethod.PROPORTIONAL;
        long weight = proportional ? given.consumption[i][t] : given.shares[i];
        long total = proportional ? consumed : AllocationKernel.WHOLE;
        if (total > 0) {
          BigInteger[] exact =
              BigInteger.valueOf(generated)
                  .multiply(BigInteger.valueOf(weight))
                  .divideAndRemainder(BigInteger.valueOf(total));
          long floor = exact[0].longValueExact();
          assertThat(result.share(i, t)).isBetween(floor, floor + exact[1].signum());
        }
      }
    }
  }

  @Property(tries = 400)
  void whoFromWhomAddsUpToRowsAndColumns(@ForAll("cases") Case given) {
    DayAllocation result = given.allocate();
    for (int i = 0; i < given.consumption.length; i++) {
      long row = 0;
      for (int p = 0; p < given.generation.length; p++) {
        assertThat(result.exchanged(i, p)).isNotNegative();
        row += result.exchanged(i, p);
      }
      assertThat(row).isEqualTo(result.allocatedTotal(i));
    }
    for (int p = 0; p < given.generation.length; p++) {
      long column = 0;
      for (int i = 0; i < given.consumption.length; i++) {
        column += result.exchanged(i, p);
      }
      assertThat(column).isEqualTo(result.sharedTotal(p));
    }
  }
}
