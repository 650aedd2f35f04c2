package org.nachbarstrom.edifact.core.mscons.write;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Versions of the message description in which MSCONS are written. */
public enum MsconsVersion {
  /** Until 2026-09-30; may carry contact data. */
  V2_4C("2.4c"),
  /** From 2026-10-01 local time; has no contact data. */
  V2_5("2.5");

  /** 2026-10-01T00:00 Europe/Berlin. */
  private static final Instant FROM_2_5 = Instant.parse("2026-09-30T22:00:00Z");

  private final String code;

  MsconsVersion(String code) {
    this.code = code;
  }

  /** As sent in UNH (0057). */
  public String code() {
    return code;
  }

  /** The version in which a message made at that time is written. */
  public static MsconsVersion at(Instant createdAt) {
    return createdAt.isBefore(FROM_2_5) ? V2_4C : V2_5;
  }

  /** The version with a code, or nothing if it is not written. */
  public static Optional<MsconsVersion> of(String code) {
    return Arrays.stream(values()).filter(version -> version.code.equals(code)).findFirst();
  }
}
