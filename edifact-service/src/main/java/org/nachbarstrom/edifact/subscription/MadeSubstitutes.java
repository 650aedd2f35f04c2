package org.nachbarstrom.edifact.subscription;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;

/**
 * Substitute values that metering formed.
 *
 * @param substitution its id in metering
 * @param accountingPoint whose values
 * @param obis register of the load profile
 * @param blocks values of neighbouring quarter-hours
 */
public record MadeSubstitutes(
    UUID substitution, AccountingPointId accountingPoint, ObisCode obis, List<Block> blocks) {
  private static final long QUARTER_HOUR_SECONDS = 900;

  /** Substitutes. */
  public MadeSubstitutes {
    blocks = List.copyOf(blocks);
  }

  /** Values of neighbouring quarter-hours, formed in one way. */
  public static final class Block {
    private final Interval period;
    private final long[] milliWattHours;
    private final String method;
    private final String reason;

    /**
     * A block.
     *
     * @param start start of the first quarter-hour
     * @param milliWattHours energies in 10⁻⁶ kWh, not negative, at least one
     * @param method STS+Z32
     * @param reason STS+Z40
     * @throws IllegalArgumentException if there is no value or a negative one
     */
    public Block(Instant start, long[] milliWattHours, String method, String reason) {
      if (milliWattHours.length == 0 || Arrays.stream(milliWattHours).anyMatch(e -> e < 0)) {
        throw new IllegalArgumentException("a block has values, none of them negative");
      }
      this.period =
          new Interval(start, start.plusSeconds(QUARTER_HOUR_SECONDS * milliWattHours.length));
      this.milliWattHours = milliWattHours.clone();
      this.method = method;
      this.reason = reason;
    }

    Interval period() {
      return period;
    }

    long[] milliWattHours() {
      return milliWattHours.clone();
    }

    String method() {
      return method;
    }

    String reason() {
      return reason;
    }
  }
}
