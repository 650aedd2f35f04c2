package org.nachbarstrom.metering.completeness;

import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

/**
 * Asks what is missing.
 *
 * @param scope of which points
 * @param days local dates, with an end
 * @param only which series are answered
 * @param after only points behind this id; empty: from the beginning
 * @param limit most points to look at
 */
public record CompletenessQuestion(
    Scope scope, DateRange days, Only only, String after, int limit) {
  /** Points that are asked for. */
  public sealed interface Scope {}

  /** One point. */
  public record OfPoint(AccountingPointId id) implements Scope {}

  /** The members of a community on the days of their membership; its zone parts the days. */
  public record OfCommunity(String id) implements Scope {}

  /** All declared points. */
  public record OfAll() implements Scope {}

  /** Series that are answered. */
  public enum Only {
    /** Every one. */
    ALL,
    /** Those of which something is missing. */
    INCOMPLETE,
    /** Those of which something is missing that should be there by now. */
    OVERDUE;

    boolean answers(SeriesCompleteness series) {
      return switch (this) {
        case ALL -> true;
        case INCOMPLETE -> !series.complete();
        case OVERDUE -> series.missingSince().isPresent();
      };
    }
  }
}
