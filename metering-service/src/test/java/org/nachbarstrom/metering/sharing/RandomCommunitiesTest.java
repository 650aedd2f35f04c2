package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred thousand communities of one quarter-hour for every key. */
class RandomCommunitiesTest {
  private static final int COMMUNITIES = 100_000;
  private static final List<KeyMethod> GROUP_METHODS =
      List.of(
          KeyMethod.PROPORTIONAL,
          KeyMethod.STATIC,
          KeyMethod.STATIC_OF_USABLE,
          KeyMethod.EQUAL,
          KeyMethod.REDISTRIBUTING);

  private final SplittableRandom random = new SplittableRandom(42);
  private long[] consumption = {};
  private long[] generation = {};
  private long[] shares = {};
  private int[] groups = {};
  private List<KeyMethod> groupMethods = List.of();

  private void next() {
    consumption = energies(random.nextInt(1, 20));
    generation = energies(random.nextInt(1, 6));
    shares = new long[consumption.length];
    groups = new int[consumption.length];
    groupMethods =
        List.of(
            GROUP_METHODS.get(random.nextInt(GROUP_METHODS.size())),
            GROUP_METHODS.get(random.nextInt(GROUP_METHODS.size())));
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.nextLong(AllocationKernel.WHOLE / shares.length + 1);
      groups[i] = random.nextInt(groupMethods.size());
    }
  }

  /** Of one size: single units, everyday energies or such whose products exceed 63 bits. */
  private long[] energies(int count) {
    long largest = new long[] {3, 400_000, 5_000_000_000_000L}[random.nextInt(3)];
    boolean repeated = random.nextInt(4) == 0;
    long first = random.nextLong(largest + 1);
    return LongStream.range(0, count)
        .map(i -> repeated ? first : random.nextLong(largest + 1))
        .toArray();
  }

  private DayAllocation allocate(KeyMethod method) {
    KeyTerms terms =
        method == KeyMethod.CASCADE
            ? KeyTerms.cascade(groupMethods, groups, shares)
            : KeyTerms.of(method, shares);
    return AllocationKernel.exchange(terms, columns(consumption), columns(generation), 1);
  }

  private long[] expected(KeyMethod method) {
    AllocationOracle oracle = new AllocationOracle(LongStream.of(generation).sum(), consumption);
    return method == KeyMethod.CASCADE
        ? oracle.cascade(groupMethods, groups, shares)
        : oracle.allocated(method, shares);
  }

  private static long[][] columns(long[] values) {
    return LongStream.of(values).mapToObj(value -> new long[] {value}).toArray(long[][]::new);
  }

  @ParameterizedTest
  @EnumSource(KeyMethod.class)
  void conservesEnergyAndFollowsTheDefinition(KeyMethod method) {
    for (int community = 0; community < COMMUNITIES; community++) {
      next();
      DayAllocation result = allocate(method);
      if (!follows(method, result)) {
        assertThat(describe(result)).as(method + " " + this).isEqualTo("as defined");
      }
    }
    assertThat(consumption).isNotEmpty();
  }

  /** One boolean per community, because an assertion for each number would take minutes. */
  private boolean follows(KeyMethod method, DayAllocation result) {
    long[] expected = expected(method);
    long allocated = 0;
    boolean good = true;
    for (int i = 0; i < consumption.length; i++) {
      long own = result.allocated(i, 0);
      good &= own == expected[i] && own >= 0 && own == Math.min(consumption[i], result.share(i, 0));
      good &= row(result, i) == own;
      allocated += own;
    }
    long generated = LongStream.of(generation).sum();
    good &= allocated <= Math.min(generated, LongStream.of(consumption).sum());
    long[] shared = AllocationOracle.largestRemainder(allocated, generation);
    long surplus = 0;
    for (int p = 0; p < generation.length; p++) {
      good &= result.shared(p, 0) == shared[p] && shared[p] <= generation[p];
      good &= column(result, p) == shared[p];
      surplus += generation[p] - result.shared(p, 0);
    }
    return good && allocated + surplus == generated;
  }

  private long row(DayAllocation result, int consumer) {
    long sum = 0;
    for (int p = 0; p < generation.length; p++) {
      sum += notNegative(result.exchanged(consumer, p));
    }
    return sum;
  }

  private long column(DayAllocation result, int producer) {
    long sum = 0;
    for (int i = 0; i < consumption.length; i++) {
      sum += notNegative(result.exchanged(i, producer));
    }
    return sum;
  }

  private static long notNegative(long exchanged) {
    assertThat(exchanged >= 0).isTrue();
    return exchanged;
  }

  private String describe(DayAllocation result) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < consumption.length; i++) {
      text.append(result.allocated(i, 0)).append(' ');
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "C %s G %s k %s groups %s %s"
        .formatted(
            Arrays.toString(consumption),
            Arrays.toString(generation),
            Arrays.toString(shares),
            Arrays.toString(groups),
            groupMethods);
  }
}
