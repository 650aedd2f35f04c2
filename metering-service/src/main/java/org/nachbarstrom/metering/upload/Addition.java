package org.nachbarstrom.metering.upload;

/** What adding a value to an upload came to. */
public enum Addition {
  /** It is the first one of its quarter-hour or moment. */
  ADDED,
  /** The upload says the same value again. */
  AGAIN,
  /** The upload says another value; the first one stays. */
  CONFLICT
}
