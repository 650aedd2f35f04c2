package org.nachbarstrom.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Proportional sharing as one would write it down first: decimals in kWh, largest remainder by
 * sorting. The reference for the allocation kernel; gives the same numbers.
 */
final class BigDecimalAllocation {
  /** Decimals of an energy in kWh. */
  static final int SCALE = 6;

  private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(SCALE);

  private final BigDecimal[][] consumption;
  private final BigDecimal[][] generation;
  private final BigDecimal[][] share;
  private final BigDecimal[][] allocated;
  private final BigDecimal[][] shared;
  private final BigDecimal[][] exchanged;

  private BigDecimalAllocation(BigDecimal[][] consumption, BigDecimal[][] generation) {
    this.consumption = consumption;
    this.generation = generation;
    share = zeros(consumption.length, AllocationInput.INTERVALS);
    allocated = zeros(consumption.length, AllocationInput.INTERVALS);
    shared = zeros(generation.length, AllocationInput.INTERVALS);
    exchanged = zeros(consumption.length, generation.length);
  }

  /** Allocates a day of energies in kWh. */
  static BigDecimalAllocation allocate(BigDecimal[][] consumption, BigDecimal[][] generation) {
    return new BigDecimalAllocation(consumption, generation).allocate(false);
  }

  /** Allocates a day of energies in kWh and finds who supplied whom. */
  static BigDecimalAllocation exchange(BigDecimal[][] consumption, BigDecimal[][] generation) {
    return new BigDecimalAllocation(consumption, generation).allocate(true);
  }

  private BigDecimalAllocation allocate(boolean withExchange) {
    for (int interval = 0; interval < AllocationInput.INTERVALS; interval++) {
      allocate(interval, withExchange);
    }
    return this;
  }

  /** Share of a consumer before the cap, kWh. */
  BigDecimal share(int consumer, int interval) {
    return share[consumer][interval];
  }

  /** What the consumer was allocated, kWh. */
  BigDecimal allocated(int consumer, int interval) {
    return allocated[consumer][interval];
  }

  /** What the producer shared, kWh. */
  BigDecimal shared(int producer, int interval) {
    return shared[producer][interval];
  }

  /** What the consumer got from the producer over the day, kWh. */
  BigDecimal exchanged(int consumer, int producer) {
    return exchanged[consumer][producer];
  }

  private void allocate(int interval, boolean withExchange) {
    BigDecimal[] consumed = column(consumption, interval);
    BigDecimal[] generated = column(generation, interval);
    BigDecimal[] shares = distribute(sum(generated), consumed);
    BigDecimal[] capped = new BigDecimal[shares.length];
    for (int i = 0; i < shares.length; i++) {
      capped[i] = shares[i].min(consumed[i]);
      share[i][interval] = shares[i];
      allocated[i][interval] = capped[i];
    }
    BigDecimal[] given = distribute(sum(capped), generated);
    for (int p = 0; p < given.length; p++) {
      shared[p][interval] = given[p];
    }
    if (withExchange) {
      exchange(capped, given);
    }
  }

  private void exchange(BigDecimal[] capped, BigDecimal[] given) {
    BigDecimal[] remaining = given.clone();
    for (int i = 0; i < capped.length; i++) {
      BigDecimal[] taken = distribute(capped[i], remaining);
      for (int p = 0; p < taken.length; p++) {
        remaining[p] = remaining[p].subtract(taken[p]);
        exchanged[i][p] = exchanged[i][p].add(taken[p]);
      }
    }
  }

  private static BigDecimal[] distribute(BigDecimal quantity, BigDecimal[] weights) {
    BigDecimal[] parts = new BigDecimal[weights.length];
    BigDecimal total = sum(weights);
    if (quantity.signum() == 0 || total.signum() == 0) {
      Arrays.fill(parts, BigDecimal.ZERO);
      return parts;
    }
    List<Remainder> remainders = new ArrayList<>();
    BigDecimal left = quantity;
    for (int i = 0; i < weights.length; i++) {
      BigDecimal product = quantity.multiply(weights[i]);
      parts[i] = product.divide(total, SCALE, RoundingMode.DOWN);
      remainders.add(new Remainder(i, product.subtract(parts[i].multiply(total))));
      left = left.subtract(parts[i]);
    }
    if (left.signum() > 0) {
      remainders.sort(Comparator.comparing(Remainder::value).reversed());
      for (int i = 0; left.signum() > 0; i++) {
        int index = remainders.get(i).index();
        parts[index] = parts[index].add(UNIT);
        left = left.subtract(UNIT);
      }
    }
    return parts;
  }

  private static BigDecimal sum(BigDecimal[] values) {
    return Arrays.stream(values).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal[] column(BigDecimal[][] rows, int column) {
    return Arrays.stream(rows).map(row -> row[column]).toArray(BigDecimal[]::new);
  }

  private static BigDecimal[][] zeros(int rows, int columns) {
    BigDecimal[][] result = new BigDecimal[rows][columns];
    for (BigDecimal[] row : result) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    return result;
  }

  private record Remainder(int index, BigDecimal value) {}
}
