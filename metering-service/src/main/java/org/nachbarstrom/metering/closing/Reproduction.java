package org.nachbarstrom.metering.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version can be found again exactly as it was announced.
 *
 * @param closing its closing
 * @param version which
 * @param from what it was found again from
 * @param checks each part of it
 */
public record Reproduction(UUID closing, Closings.Basis version, From from, List<Check> checks) {
  /** Whether every part is equal, bit for bit. */
  public boolean equal() {
    return checks.stream().allMatch(Check::equal);
  }

  /** What a version is found again from. */
  public enum From {
    /** The values as they were known at its snapshot. */
    VALUES,
    /** Its list of inputs and its sums: values were deleted, or some are missing. */
    LISTS
  }

  /** Parts of a version. */
  public enum Part {
    /** Every value of the period is there. */
    VALUES,
    /** The hash of the inputs against the values. */
    INPUTS_SHA256,
    /** The hash of the inputs against their list. */
    LISTED_INPUTS_SHA256,
    /** The list of inputs against the values, by member and day. */
    INPUTS,
    /** Totals of members against the values, or against the sums of their listed days. */
    MEMBERS,
    /** Who supplied whom, or its sums by consumer and producer against the members. */
    EXCHANGES,
    /** Control totals against the values, or against the sums of the members. */
    CONTROL_TOTALS
  }

  /**
   * A part.
   *
   * @param part which
   * @param differences how many positions differ
   * @param first the first of them
   */
  public record Check(Part part, long differences, List<Difference> first) {
    /** Whether nothing differs. */
    public boolean equal() {
      return differences == 0;
    }
  }

  /**
   * Something that differs.
   *
   * @param position which member, day, supplier or total
   * @param stored as it is kept; absent if it is not
   * @param found as it should be; absent if it should not
   */
  public record Difference(String position, @Nullable String stored, @Nullable String found) {}

  /** Collects what differs in a part. */
  static final class Comparison {
    private static final int MOST_TOLD = 100;

    private final Part part;
    private final List<Difference> first = new ArrayList<>();
    private long differences;

    Comparison(Part part) {
      this.part = part;
    }

    Comparison add(String position, @Nullable Object stored, @Nullable Object found) {
      if (!Objects.equals(stored, found)) {
        differences++;
        if (first.size() < MOST_TOLD) {
          first.add(new Difference(position, text(stored), text(found)));
        }
      }
      return this;
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }

    Check check() {
      return new Check(part, differences, List.copyOf(first));
    }
  }
}
