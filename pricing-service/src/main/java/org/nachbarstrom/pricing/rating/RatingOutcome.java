package org.nachbarstrom.pricing.rating;

import java.util.List;

/** What rating comes to: all lines, or none and why. */
public sealed interface RatingOutcome {
  /**
   * Everything has a price.
   *
   * @param lines in the order of {@link Component}, then debit, credit and first day
   */
  record Rated(List<LineItem> lines) implements RatingOutcome {}

  /**
   * Something has no price.
   *
   * @param missing each kind and point once, with the first day; not empty
   */
  record Waiting(List<MissingPrice> missing) implements RatingOutcome {}
}
