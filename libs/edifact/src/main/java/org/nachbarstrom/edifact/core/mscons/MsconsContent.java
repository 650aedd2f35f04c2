package org.nachbarstrom.edifact.core.mscons;

/** What an accepted MSCONS says, by its use. */
public sealed interface MsconsContent
    permits LoadProfile, RegisterReadings, EnergyQuantities, Cancellation, OtherSeries {
  /** What it says of itself. */
  MsconsHead head();

  /** Number of values of all its lines. */
  int valueCount();
}
