package org.nachbarstrom.metering.sharing;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Distributes a whole number in proportion to weights: each gets the floor of its exact part, and
 * what is left goes one by one to the largest remainders, equal ones to the lower index. What is
 * handed out always adds up to the quantity, and nobody gets more than his exact part rounded up.
 *
 * <p>All numbers are whole. As long as products fit into 62 bits there is one division per call:
 * with k so that quantity · 2^k just fits and m = ⌊quantity · 2^k / total⌋, the guess ⌊weight · m /
 * 2^k⌋ is the exact floor or one less, because it misses less than weight / 2^k &lt; 1; the exact
 * remainder quantity · weight − guess · total tells which. Whose remainder is large enough is found
 * without sorting, by counting how many reach a limit and moving the limit.
 *
 * <p>An instance keeps its working memory, so that distributing allocates nothing; use it from one
 * thread at a time.
 */
final class LargestRemainder {
  private static final long LARGEST_PRODUCT = 1L << 62;

  /** Factors below 2^(64−a) and 2^(64−b) have a product below 2^62 if a + b is this or more. */
  private static final int ZEROS_OF_FITTING_PRODUCT = 66;

  /** So many parts are few. */
  private static final int FEW = 16;

  private final long[] remainders;

  /**
   * Working memory for at most so many parts.
   *
   * @param capacity largest number of parts
   */
  LargestRemainder(int capacity) {
    remainders = new long[capacity];
  }

  /**
   * Distributes the quantity over the first {@code parts.length} weights.
   *
   * @param quantity what to distribute, not negative
   * @param weights weights, not negative, one per part
   * @param total their sum, positive unless the quantity is 0
   * @param parts receives what each gets
   */
  void distribute(long quantity, long[] weights, long total, long[] parts) {
    if (quantity == 0) {
      Arrays.fill(parts, 0);
    } else if (quantity == total) {
      System.arraycopy(weights, 0, parts, 0, parts.length);
    } else {
      boolean narrow = narrow(quantity, total) || narrow(quantity, weights, parts.length);
      if (narrow && parts.length == 2) {
        distributeOverTwo(quantity, weights[0], total, parts);
      } else if (narrow) {
        divide(quantity, weights, total, parts);
      } else {
        divideWide(quantity, weights, total, parts);
      }
    }
  }

  /** Whether the product fits, as the leading zeros tell: they cost no division and no pass. */
  private static boolean narrow(long quantity, long weight) {
    return Long.numberOfLeadingZeros(quantity) + Long.numberOfLeadingZeros(weight)
        >= ZEROS_OF_FITTING_PRODUCT;
  }

  private static boolean narrow(long quantity, long[] weights, int count) {
    return allAtMost(LARGEST_PRODUCT / quantity, weights, count);
  }

  /** Like the loops below written so that the compiler makes it a vector loop. */
  private static boolean allAtMost(long limit, long[] values, int count) {
    long above = 0;
    for (int i = 0; i < count; i++) {
      above += (limit - values[i]) >>> (Long.SIZE - 1);
    }
    return above == 0;
  }

  private static void distributeOverTwo(long quantity, long weight, long total, long[] parts) {
    long product = quantity * weight;
    long part = product / total;
    long remainder = product - part * total;
    // The other remainder is what is missing to the total; both are 0 together.
    if (remainder > 0 && remainder >= total - remainder) {
      part++;
    }
    parts[0] = part;
    parts[1] = quantity - part;
  }

  private void divide(long quantity, long[] weights, long total, long[] parts) {
    int shift = Long.numberOfLeadingZeros(quantity) - 1;
    long reciprocal = (quantity << shift) / total;
    if (parts.length <= FEW) {
      divideFew(quantity, reciprocal, weights, total, parts);
      return;
    }
    guess(quantity, reciprocal, weights, total, parts);
    long handed = 0;
    for (int i = 0; i < parts.length; i++) {
      handed += (weights[i] * reciprocal) >>> shift;
    }
    int low = parts.length - below(total, parts.length);
    if (low > 0) {
      correct(total, parts);
    }
    handOut((int) (quantity - handed - low), total, parts);
  }

  /** In one pass: with few parts the vector loops cost more than they save. */
  private void divideFew(long quantity, long reciprocal, long[] weights, long total, long[] parts) {
    int shift = Long.numberOfLeadingZeros(quantity) - 1;
    long left = quantity;
    for (int i = 0; i < parts.length; i++) {
      long part = (weights[i] * reciprocal) >>> shift;
      long remainder = quantity * weights[i] - part * total - total;
      long low = ~(remainder >> (Long.SIZE - 1));
      parts[i] = part - low;
      remainders[i] = remainder + (~low & total);
      left -= part - low;
    }
    handOut((int) left, total, parts);
  }

  private void guess(long quantity, long reciprocal, long[] weights, long total, long[] parts) {
    int shift = Long.numberOfLeadingZeros(quantity) - 1;
    for (int i = 0; i < parts.length; i++) {
      long part = (weights[i] * reciprocal) >>> shift;
      parts[i] = part;
      remainders[i] = quantity * weights[i] - part * total;
    }
  }

  /** Where a remainder reaches the total, the guess was one too low. */
  private void correct(long total, long[] parts) {
    for (int i = 0; i < parts.length; i++) {
      if (remainders[i] >= total) {
        remainders[i] -= total;
        parts[i]++;
      }
    }
  }

  /** The rare path for products of more than 62 bits. */
  private void divideWide(long quantity, long[] weights, long total, long[] parts) {
    BigInteger wideQuantity = BigInteger.valueOf(quantity);
    BigInteger wideTotal = BigInteger.valueOf(total);
    long left = quantity;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] result =
          wideQuantity.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(wideTotal);
      parts[i] = result[0].longValueExact();
      remainders[i] = result[1].longValueExact();
      left -= parts[i];
    }
    handOut((int) left, total, parts);
  }

  /**
   * Gives one unit to each of the largest remainders. Between {@code low}, which at least as many
   * reach as there are units, and {@code high}, which fewer reach, it looks where the limit would
   * be if remainders were spread evenly, and every other time in the middle, so that it never takes
   * long.
   */
  private void handOut(int units, long total, long[] parts) {
    if (units == 0) {
      return;
    }
    long low = 0;
    long high = total;
    int reachLow = parts.length;
    int reachHigh = 0;
    boolean even = true;
    while (reachLow > units && high - low > 1) {
      long limit = even ? between(low, high, reachLow, reachHigh, units) : low + (high - low) / 2;
      even = !even;
      int reach = parts.length - below(limit, parts.length);
      if (reach >= units) {
        low = limit;
        reachLow = reach;
      } else {
        high = limit;
        reachHigh = reach;
      }
    }
    long first = reachLow == units ? low : high;
    for (int i = 0; i < parts.length; i++) {
      parts[i] += 1 - ((remainders[i] - first) >>> (Long.SIZE - 1));
    }
    if (reachLow > units) {
      handOutEqual(units - reachHigh, low, parts);
    }
  }

  private static long between(long low, long high, int reachLow, int reachHigh, int units) {
    // Quotient first, so that no product can overflow.
    long step = (high - low) / (reachLow - reachHigh);
    return Math.clamp(low + step * (reachLow - units), low + 1, high - 1);
  }

  private int below(long limit, int count) {
    long below = 0;
    for (int i = 0; i < count; i++) {
      below += (remainders[i] - limit) >>> (Long.SIZE - 1);
    }
    return (int) below;
  }

  /** The rest of the units goes to the first ones with this remainder. */
  private void handOutEqual(int units, long remainder, long[] parts) {
    int left = units;
    for (int i = 0; left > 0; i++) {
      if (remainders[i] == remainder) {
        parts[i]++;
        left--;
      }
    }
  }
}
