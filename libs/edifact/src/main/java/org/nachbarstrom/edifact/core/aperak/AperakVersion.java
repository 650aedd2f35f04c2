package org.nachbarstrom.edifact.core.aperak;

import java.time.Instant;

/** Versions of the APERAK message description, chosen by the time a message is made. */
public enum AperakVersion {
  /** Until September 2026. Contact data (CTA, COM) may be sent, but need not. */
  V2_1I("2.1i"),
  /** From 1 October 2026, German legal time. Has no contact data. */
  V2_2("2.2");

  private static final Instant V2_2_FROM = Instant.parse("2026-09-30T22:00:00Z");

  private final String number;

  AperakVersion(String number) {
    this.number = number;
  }

  /** The version for a message made at the given time. */
  public static AperakVersion at(Instant createdAt) {
    return createdAt.isBefore(V2_2_FROM) ? V2_1I : V2_2;
  }

  /** As UNH 0057 names it. */
  public String number() {
    return number;
  }
}
