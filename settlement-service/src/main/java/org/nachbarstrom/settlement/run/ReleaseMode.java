package org.nachbarstrom.settlement.run;

/** Whether a batch waits for a person before it is sent to clearing. */
public enum ReleaseMode {
  /** Sent as soon as it is made. */
  AUTOMATIC,
  /** Sent when somebody releases it. */
  MANUAL
}
