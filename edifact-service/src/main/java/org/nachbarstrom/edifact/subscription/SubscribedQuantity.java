package org.nachbarstrom.edifact.subscription;

import java.util.Optional;
import org.nachbarstrom.quantities.EnergyDirection;

/** What a partner can get. */
public enum SubscribedQuantity {
  /** Shared energy: allocated to a consumer, or given by a producer. */
  SHARED,
  /** What a consumer still took from the grid. */
  RESIDUAL,
  /** All that a consumer took from the grid. */
  CONSUMPTION,
  /** All that a producer fed in. */
  GENERATION,
  /** What a producer fed in and nobody shared. */
  SURPLUS,
  /** Substitute values of quarter-hours, as soon as they are made. */
  SUBSTITUTES;

  /**
   * The quantity of a member, if a member of that direction has it.
   *
   * @param direction of the member
   * @param span its quantities
   */
  Optional<Long> of(EnergyDirection direction, RoundedSpan span) {
    boolean consumer = direction == EnergyDirection.CONSUMPTION;
    return switch (this) {
      case SHARED -> Optional.of(span.sharedWattHours());
      case RESIDUAL -> consumer ? Optional.of(span.restWattHours()) : Optional.empty();
      case CONSUMPTION -> consumer ? Optional.of(span.totalWattHours()) : Optional.empty();
      case GENERATION -> consumer ? Optional.empty() : Optional.of(span.totalWattHours());
      case SURPLUS -> consumer ? Optional.empty() : Optional.of(span.restWattHours());
      case SUBSTITUTES -> Optional.empty();
    };
  }
}
