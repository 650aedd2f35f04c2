package org.nachbarstrom.metering.series;

import java.time.Instant;
import org.nachbarstrom.quantities.Interval;

/** What storing the values of a series came to. */
public sealed interface StoreOutcome {
  /** What both came to, one after the other. */
  default StoreOutcome then(StoreOutcome next) {
    return switch (this) {
      case Unchanged unchanged -> next;
      case Stored stored ->
          switch (next) {
            case Unchanged unchanged -> stored;
            case Stored later -> stored.and(later);
          };
    };
  }

  /**
   * Some energy or quality changed.
   *
   * @param days number of new versions of UTC days
   * @param changed from the first to the last changed quarter-hour
   */
  record Stored(int days, Interval changed) implements StoreOutcome {
    private Stored and(Stored later) {
      Instant start =
          changed.start().isBefore(later.changed.start()) ? changed.start() : later.changed.start();
      Instant end =
          changed.end().isAfter(later.changed.end()) ? changed.end() : later.changed.end();
      return new Stored(days + later.days, new Interval(start, end));
    }
  }

  /** All energies and qualities were known already or are older than what is known. */
  record Unchanged() implements StoreOutcome {}
}
