package org.nachbarstrom.edifact.interchange;

/** What a message carries. */
public enum ContentKind {
  /** Quarter-hour values (MSCONS 13025, 13018, 13027). */
  LOAD_PROFILE,
  /** Readings of registers (MSCONS 13017, 13002, moments of 13027). */
  REGISTER_READINGS,
  /** Energies and maxima over a period (MSCONS 13019, 13016, 13009). */
  ENERGY_QUANTITIES,
  /** The cancellation of an earlier message (MSCONS 13006). */
  CANCELLATION,
  /** Any other series of MSCONS. */
  OTHER_SERIES,
  /** Acknowledgement of an interchange of ours. */
  CONTRL,
  /** Acknowledgement of a message of ours. */
  APERAK,
  /** Nothing that was taken: the message was refused. */
  NONE
}
