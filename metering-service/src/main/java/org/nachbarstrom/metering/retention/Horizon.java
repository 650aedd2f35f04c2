package org.nachbarstrom.metering.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Calculates from when on values are kept. */
public final class Horizon {
  private static final ZoneId MARKET = ZoneId.of("Europe/Berlin");

  private Horizon() {}

  /**
   * The begin of the UTC day in which the local day of the market begins that lies the period
   * before today. So all local days from that one on are kept wholly, and of those before at most
   * the last hours of one.
   *
   * @param now the present
   * @param kept how long values are kept
   */
  public static Instant of(Instant now, Period kept) {
    LocalDate first = LocalDate.ofInstant(now, MARKET).minus(kept);
    Instant begin = first.atStartOfDay(MARKET).toInstant();
    return LocalDate.ofInstant(begin, ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** One hour after the begin of the following local day of the market, when the horizon moves. */
  public static Instant next(Instant now) {
    return LocalDate.ofInstant(now, MARKET).plusDays(1).atTime(1, 0).atZone(MARKET).toInstant();
  }
}
