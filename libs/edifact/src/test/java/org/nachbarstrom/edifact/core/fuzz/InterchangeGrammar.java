package org.nachbarstrom.edifact.core.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes interchanges that follow the structure of MSCONS most of the time and leave it now and
 * then, so that every branch behind the syntax is reached. The same random numbers make the same
 * bytes.
 */
final class InterchangeGrammar {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);
  private static final long FIRST = Instant.parse("2026-03-28T20:00:00Z").getEpochSecond();
  private static final List<String> KINDS =
      List.of("Z48", "7", "Z83", "Z28", "Z41", "Z15", "BK", "Z06", "Z23", "Z85", "Z99", "");
  private static final List<String> CHECKS =
      List.of(
          "13025", "13025", "13025", "13018", "13027", "13017", "13019", "13002", "13006", "13009",
          "13016", "13003", "13005", "13010", "13013", "13021", "13028", "13001", "x", "");
  private static final List<String> VERSIONS =
      List.of("2.5", "2.5", "2.5", "2.4c", "2.4b", "2.2e", "2.6", "");
  private static final List<String> OBJECTS =
      List.of(
          "51238696781",
          "51238696782",
          "DE00056266802AO6G56M11SN51G21M24S",
          "E1234567890",
          "11XBILANZKREIS-A",
          "");
  private static final List<String> PRODUCTS =
      List.of(
          "1-1?:1.29.0:SRW",
          "1-1?:2.29.0:SRW",
          "1-0?:3.29.0:SRW",
          "1-1?:1.8.0:SRW",
          "1-1?:1.9.0:SRW",
          "1-1?:1.6.0:SRW",
          "7-0?:52.0.22:SRW",
          "7-20?:3.0.0:SRW",
          "SOL:Z08",
          "x",
          ":SRW");
  private static final List<String> CODES =
      List.of("220", "220", "220", "220", "67", "Z18", "201", "20", "79", "Z31", "187", "99", "");
  private static final List<String> STATUS =
      List.of(
          "Z32++ZJ2",
          "Z32++Z92",
          "Z40++Z74",
          "Z40++ZA0",
          "Z34++ZB0",
          "Z33++Z84",
          "Z31++ZG3",
          "10+Z36",
          "10+Z39",
          "Z32++xx",
          "Z99",
          "");

  private final RandomGenerator random;
  private final StringBuilder out = new StringBuilder();
  private String mark = ".";
  private int segments;
  private int quarterHours;
  private boolean calm;

  InterchangeGrammar(RandomGenerator random) {
    this.random = random;
  }

  /** An interchange in ISO 8859-1; every third one calm, without any deviation. */
  byte[] next() {
    out.setLength(0);
    calm = false;
    calm = one(3);
    mark = one(12) ? "," : ".";
    if (!one(4)) {
      out.append("UNA:+").append(one(30) ? "." : mark).append("? '");
    }
    String syntax = one(60) ? "UNOA:1" : "UNOC:3";
    out.append("UNB+").append(syntax).append("+9900000000011:500+9900000000029:500+");
    out.append("261122:0500+REF1++").append(pick(List.of("TL", "VL", "EM", "")));
    out.append(one(60) ? "++++1'" : "'");
    int messages = one(30) ? 0 : 1 + random.nextInt(3);
    for (int i = 1; i <= messages; i++) {
      message(one(40) ? "M1" : "M" + i);
    }
    out.append("UNZ+").append(one(40) ? messages + 1 : messages).append("+REF1'");
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void message(String reference) {
    segments = 0;
    segment("UNH+" + reference + "+" + (one(40) ? "APERAK:D:07B:UN:2.2" : type()));
    head();
    segment("NAD+" + pick(List.of("DP", "DP", "DP", "DED", "Z15", "")));
    object();
    for (int line = 1 + upTo(2); line > 0; line--) {
      line(line);
    }
    int count = segments + 1;
    out.append("UNT+").append(one(40) ? count + 1 : count).append('+').append(reference);
    out.append('\'');
  }

  private void head() {
    String check = pick(CHECKS);
    segment("BGM+" + (check.equals("13025") ? "Z48" : pick(KINDS)) + "+DOC1+9");
    segment("DTM+137:" + (one(20) ? "202601010000" : "202611220500") + "?+00:303");
    for (int i = upTo(2); i > 0; i--) {
      segment("RFF+" + pick(List.of("AGI:A1", "ACW:DOC0", "Z30:B1", "Z13:13025", "x")));
    }
    segment("RFF+Z13:" + check);
    segment("NAD+MS+9900000000011::293");
    if (one(30)) {
      segment("CTA+IC+:P GETTY");
      segment("COM+?+3222271020:TE");
    }
    segment("NAD+MR+990000000002" + (one(40) ? "8" : "9") + "::293");
    segment("UNS+D");
  }

  private String type() {
    return "MSCONS:D:04B:UN:" + pick(VERSIONS);
  }

  private void object() {
    segment("LOC+" + (one(20) ? "Z04" : "172") + "+" + pick(OBJECTS));
    quarterHours = 1 + random.nextInt(6);
    if (!one(5)) {
      segment(time(163, FIRST));
      segment(time(164, FIRST + 900L * quarterHours));
    }
    if (one(6)) {
      segment(pick(List.of("RFF+MG:7XYZ", "RFF+AGK:CFG1", "CCI+15++Z21", "DTM+492:202603:610")));
    }
  }

  private void line(int number) {
    segment("LIN+" + (one(30) ? "x" : String.valueOf(number)));
    segment("PIA+5+" + pick(PRODUCTS));
    int values = one(4) ? random.nextInt(7) : quarterHours;
    long from = FIRST + (one(20) ? 450 : 0);
    for (int i = 0; i < values; i++) {
      value(from + 900L * (one(20) ? i + 1 : i));
    }
  }

  private void value(long from) {
    segment("QTY+" + pick(CODES) + ":" + number() + (one(30) ? ":KWH" : ""));
    int form = calm ? 3 : random.nextInt(12);
    if (form == 0) {
      segment("DTM+306:202603:610");
    } else if (form == 1) {
      segment(time(7, from));
      segment("DTM+9:20260328:102");
    } else if (form == 2) {
      segment(time(164, from + 900));
      segment(time(163, from));
    } else {
      segment(time(163, from));
      segment(time(164, from + 900));
    }
    for (int i = one(3) ? random.nextInt(4) : 0; i > 0; i--) {
      segment("STS+" + pick(STATUS));
    }
  }

  private String number() {
    return switch (calm ? 6 : random.nextInt(12)) {
      case 0 -> String.valueOf(random.nextLong());
      case 1 -> "-" + random.nextInt(100);
      case 2 -> mark + random.nextInt(1000);
      case 3 -> random.nextInt(100) + mark;
      case 4 -> random.nextInt(100) + mark + random.nextInt(100_000);
      case 5 -> pick(List.of("", "-", ".", "1.1.1", "1e3", "?'1", "99999999999999999999"));
      default -> random.nextInt(1000) + mark + random.nextInt(1000);
    };
  }

  private String time(int qualifier, long at) {
    String zone = one(30) ? "?+01" : "?+00";
    String text = one(60) ? "209913452561" : TIME.format(Instant.ofEpochSecond(at));
    return "DTM+" + qualifier + ":" + text + zone + ":" + (one(60) ? "203" : "303");
  }

  /** Writes a segment; rarely leaves it out or writes it twice. */
  private void segment(String text) {
    int times = one(120) ? 0 : one(120) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      out.append(text).append(one(80) ? "'\r\n" : "'");
      segments++;
    }
  }

  private String pick(List<String> from) {
    return from.get(upTo(from.size()));
  }

  /** A number from 0 to below the bound, 0 in a calm interchange. */
  private int upTo(int bound) {
    return calm ? 0 : random.nextInt(bound);
  }

  /** True once in so many times, but never in a calm interchange. */
  private boolean one(int in) {
    return !calm && random.nextInt(in) == 0;
  }
}
