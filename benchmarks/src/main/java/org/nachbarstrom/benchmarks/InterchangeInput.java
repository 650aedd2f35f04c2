package org.nachbarstrom.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * An MSCONS interchange as a network operator sends it: load profiles, UNA first, no line breaks.
 * The same bytes on every call, and the same number of values for each size of message.
 *
 * @param messages number of messages
 * @param valuesPerMessage quarter-hours of each
 * @param wrong whether every value is wrong: its number is negative
 */
record InterchangeInput(int messages, int valuesPerMessage, boolean wrong) {
  /** Load profiles of a month. */
  static final InterchangeInput MONTHS = new InterchangeInput(20, 31 * 96, false);

  /** Load profiles of a day, as they are sent every day. */
  static final InterchangeInput DAYS = new InterchangeInput(20 * 31, 96, false);

  /** Load profiles of a day, every value of them wrong. */
  static final InterchangeInput WRONG_DAYS = new InterchangeInput(20 * 31, 96, true);

  private static final int SEGMENTS_BESIDE_VALUES = 14;
  private static final int SEGMENTS_PER_VALUE = 3;
  private static final int QUARTER_HOUR_SECONDS = 900;
  private static final Instant START = Instant.parse("2026-07-31T22:00:00Z");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
  private static final String PARTIES = "NAD+MS+9900000000011::293'NAD+MR+9900000000029::293'";

  /** The interchange of a name: months or days. */
  static InterchangeInput of(String name) {
    return switch (name) {
      case "months" -> MONTHS;
      case "days" -> DAYS;
      default -> throw new IllegalArgumentException("no input " + name);
    };
  }

  /** Number of values. */
  int values() {
    return messages * valuesPerMessage;
  }

  /** Segments of the interchange; UNA counts as none. */
  int segments() {
    return 2 + messages * (SEGMENTS_BESIDE_VALUES + SEGMENTS_PER_VALUE * valuesPerMessage);
  }

  /** The interchange. */
  byte[] bytes() {
    SplittableRandom random = new SplittableRandom(20260731);
    StringBuilder text = new StringBuilder();
    text.append("UNA:+.? '");
    text.append("UNB+UNOC:3+9900000000011:500+9900000000029:500+260902:0500+BENCH++TL'");
    for (int message = 1; message <= messages; message++) {
      message(text, message, random);
    }
    text.append("UNZ+").append(messages).append("+BENCH'");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void message(StringBuilder text, int number, SplittableRandom random) {
    text.append("UNH+M").append(number).append("+MSCONS:D:04B:UN:2.5'");
    text.append("BGM+Z48+DOC").append(number).append("+9'DTM+137:202609020500?+00:303'");
    text.append("RFF+Z13:13025'").append(PARTIES).append("UNS+D'NAD+DP'LOC+172+");
    text.append(marketLocation(number)).append('\'');
    interval(text, START, START.plusSeconds(valuesPerMessage * (long) QUARTER_HOUR_SECONDS));
    text.append("LIN+1'PIA+5+1-1?:1.29.0:SRW'");
    for (int i = 0; i < valuesPerMessage; i++) {
      int wattHours = random.nextInt(random.nextInt(10) == 0 ? 12_000 : 400);
      text.append(
          "QTY+220:%s%d.%03d'"
              .formatted(wrong ? "-" : "", wattHours / 1000 + (wrong ? 1 : 0), wattHours % 1000));
      Instant start = START.plusSeconds(i * (long) QUARTER_HOUR_SECONDS);
      interval(text, start, start.plusSeconds(QUARTER_HOUR_SECONDS));
    }
    int segments = SEGMENTS_BESIDE_VALUES + SEGMENTS_PER_VALUE * valuesPerMessage;
    text.append("UNT+").append(segments).append("+M").append(number).append('\'');
  }

  private static void interval(StringBuilder text, Instant start, Instant end) {
    text.append("DTM+163:").append(minutes(start)).append("?+00:303'");
    text.append("DTM+164:").append(minutes(end)).append("?+00:303'");
  }

  private static String minutes(Instant time) {
    return MINUTES.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }

  /** Ten digits and the check digit: digits on even places count twice. */
  private static String marketLocation(int number) {
    String digits = "5000%06d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (1 + i % 2);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
