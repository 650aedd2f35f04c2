package org.nachbarstrom.edifact.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Calculates from when on interchanges are kept. */
final class Horizon {
  private static final ZoneId MARKET = ZoneId.of("Europe/Berlin");

  private Horizon() {}

  /**
   * The begin of the local day of the market that lies the period before today; what was received
   * before it is kept no longer.
   *
   * @param now the present
   * @param kept how long interchanges are kept
   */
  static Instant of(Instant now, Period kept) {
    return LocalDate.ofInstant(now, MARKET).minus(kept).atStartOfDay(MARKET).toInstant();
  }

  /** One hour after the begin of the following local day of the market. */
  static Instant next(Instant now) {
    return LocalDate.ofInstant(now, MARKET).plusDays(1).atTime(1, 0).atZone(MARKET).toInstant();
  }
}
