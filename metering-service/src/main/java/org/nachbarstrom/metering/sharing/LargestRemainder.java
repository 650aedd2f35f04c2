package org.nachbarstrom.metering.sharing;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Distributes a whole number in proportion to weights: each gets the floor of its exact part, and
 * what is left goes one by one to the largest remainders, equal ones to the lower index. What is
 * handed out always adds up to the quantity, and nobody gets more than his exact part rounded up.
 *
 * <p>An instance keeps its working memory, so that distributing allocates nothing; use it from one
 * thread at a time.
 */
final class LargestRemainder {
  private final long[] remainders;
  private final long[] sorted;

  /**
   * Working memory for at most so many parts.
   *
   * @param capacity largest number of parts
   */
  LargestRemainder(int capacity) {
    remainders = new long[capacity];
    sorted = new long[capacity];
  }

  /**
   * Distributes the quantity over the first {@code parts.length} weights.
   *
   * @param quantity what to distribute, not negative
   * @param weights weights, not negative, at least as many as there are parts
   * @param total their sum, positive unless the quantity is 0
   * @param parts receives what each gets
   */
  void distribute(long quantity, long[] weights, long total, long[] parts) {
    if (quantity == 0) {
      Arrays.fill(parts, 0);
      return;
    }
    long left = quantity;
    for (int i = 0; i < parts.length; i++) {
      long low = quantity * weights[i];
      if (low >= 0 && Math.multiplyHigh(quantity, weights[i]) == 0) {
        parts[i] = low / total;
        remainders[i] = low % total;
      } else {
        divideWide(quantity, weights[i], total, parts, i);
      }
      left -= parts[i];
    }
    if (left > 0) {
      handOut((int) left, parts);
    }
  }

  /** The rare path for products of more than 63 bits. */
  private void divideWide(long quantity, long weight, long total, long[] parts, int index) {
    BigInteger[] result =
        BigInteger.valueOf(quantity)
            .multiply(BigInteger.valueOf(weight))
            .divideAndRemainder(BigInteger.valueOf(total));
    parts[index] = result[0].longValueExact();
    remainders[index] = result[1].longValueExact();
  }

  private void handOut(int units, long[] parts) {
    int count = parts.length;
    System.arraycopy(remainders, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    long threshold = sorted[count - units];
    int left = units;
    for (int i = 0; i < count; i++) {
      if (remainders[i] > threshold) {
        parts[i]++;
        left--;
      }
    }
    for (int i = 0; left > 0; i++) {
      if (remainders[i] == threshold) {
        parts[i]++;
        left--;
      }
    }
  }
}
