package org.nachbarstrom.metering.sharing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One quarter-hour by the definitions of the keys, written down without any thought of speed. */
final class AllocationOracle {
  private static final long WHOLE = 100_000_000;

  private final long generated;
  private final long[] consumption;

  AllocationOracle(long generated, long[] consumption) {
    this.generated = generated;
    this.consumption = consumption;
  }

  /** Exact parts rounded down, then one more for the largest remainders, the lower index first. */
  static long[] largestRemainder(long quantity, long[] weights) {
    BigInteger total = BigInteger.valueOf(LongStream.of(weights).sum());
    long[] parts = new long[weights.length];
    if (total.signum() == 0) {
      return parts;
    }
    List<BigInteger> remainders = new ArrayList<>();
    long left = quantity;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] exact =
          BigInteger.valueOf(quantity)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(total);
      parts[i] = exact[0].longValueExact();
      remainders.add(exact[1]);
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get).reversed())
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }

  /** Allocation of each consumer. */
  long[] allocated(KeyMethod method, long[] shares) {
    return switch (method) {
      case PROPORTIONAL -> capped(largestRemainder(generated, consumption));
      case STATIC -> capped(fixed(generated, shares));
      case STATIC_OF_USABLE ->
          capped(fixed(Math.min(generated, LongStream.of(consumption).sum()), shares));
      case EQUAL ->
          capped(
              largestRemainder(
                  generated, LongStream.generate(() -> 1).limit(shares.length).toArray()));
      case REDISTRIBUTING -> redistributed(shares);
      case CASCADE -> throw new IllegalArgumentException("see cascade");
    };
  }

  /** Allocation of each consumer if group after group is served. */
  long[] cascade(List<KeyMethod> methods, int[] groups, long[] shares) {
    long[] result = new long[groups.length];
    long left = generated;
    for (int group = 0; group < methods.size(); group++) {
      int number = group;
      int[] members = IntStream.range(0, groups.length).filter(i -> groups[i] == number).toArray();
      long[] allocated =
          new AllocationOracle(left, pick(consumption, members))
              .allocated(methods.get(group), pick(shares, members));
      for (int i = 0; i < members.length; i++) {
        result[members[i]] = allocated[i];
        left -= allocated[i];
      }
    }
    return result;
  }

  private static long[] pick(long[] values, int[] indices) {
    return IntStream.of(indices).mapToLong(i -> values[i]).toArray();
  }

  private static long[] fixed(long quantity, long[] shares) {
    long[] weights = Arrays.copyOf(shares, shares.length + 1);
    weights[shares.length] = WHOLE - LongStream.of(shares).sum();
    return Arrays.copyOf(largestRemainder(quantity, weights), shares.length);
  }

  private long[] capped(long[] offered) {
    return IntStream.range(0, offered.length)
        .mapToLong(i -> Math.min(offered[i], consumption[i]))
        .toArray();
  }

  private long[] redistributed(long[] shares) {
    long[] offered = fixed(generated, shares);
    long[] allocated = capped(offered);
    long left = LongStream.of(offered).sum() - LongStream.of(allocated).sum();
    while (left > 0) {
      long[] open =
          IntStream.range(0, shares.length)
              .mapToLong(i -> allocated[i] < consumption[i] ? shares[i] : 0)
              .toArray();
      if (LongStream.of(open).sum() == 0) {
        break;
      }
      long[] again = largestRemainder(left, open);
      for (int i = 0; i < open.length; i++) {
        long taken = Math.min(again[i], consumption[i] - allocated[i]);
        allocated[i] += taken;
        left -= taken;
      }
    }
    return allocated;
  }
}
