package org.nachbarstrom.metering.substitute;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Distributes a whole number in proportion to weights without losing any of it. */
final class Shares {
  private Shares() {}

  /**
   * Each part is the floor of its exact share; what is left goes one by one to the largest
   * remainders, equal ones to the earlier part. Example: 10 over 1, 1, 1 is 4, 3, 3.
   *
   * @param quantity not negative
   * @param weights not negative, with a positive sum unless the quantity is 0
   */
  static long[] of(long quantity, long[] weights) {
    BigInteger total =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    long[] parts = new long[weights.length];
    if (quantity == 0) {
      return parts;
    }
    BigInteger[] remainders = new BigInteger[weights.length];
    long left = quantity;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] exact =
          BigInteger.valueOf(quantity)
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(total);
      parts[i] = exact[0].longValueExact();
      remainders[i] = exact[1];
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }

  /** The quotient, rounded half up; both positive or 0. */
  static long rounded(BigInteger dividend, long divisor) {
    return dividend
        .shiftLeft(1)
        .add(BigInteger.valueOf(divisor))
        .divide(BigInteger.valueOf(divisor).shiftLeft(1))
        .longValueExact();
  }
}
