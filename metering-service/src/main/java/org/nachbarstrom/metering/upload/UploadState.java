package org.nachbarstrom.metering.upload;

/** Where an upload stands. */
public enum UploadState {
  /** The body is coming in; nothing is written. */
  RECEIVING,
  /** A file that waits for confirmation; nothing is written. */
  PREVIEWED,
  /** The values are being written. */
  WRITING,
  /** Everything that was not rejected is written. */
  COMPLETED,
  /** It ended before it was complete; what is counted is written. To be sent again. */
  INTERRUPTED,
  /** Refused as a whole; nothing is written. */
  REFUSED,
  /** A file that was dropped, or waited too long for confirmation; nothing is written. */
  DROPPED
}
