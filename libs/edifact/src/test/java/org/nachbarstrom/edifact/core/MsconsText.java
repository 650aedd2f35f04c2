package org.nachbarstrom.edifact.core;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes interchanges for tests as plain text, so that a test can spoil any part of them. */
public final class MsconsText {
  public static final String UNB =
      "UNB+UNOC:3+9900000000011:500+9900000000029:500+261122:0500+REF1++TL'";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

  private MsconsText() {}

  public static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Messages between a right UNB and a right UNZ. */
  public static String interchange(String... messages) {
    return UNB + String.join("", messages) + "UNZ+" + messages.length + "+REF1'";
  }

  /** A message of version 2.5 with these segments and a right UNT. */
  public static String message(String reference, List<String> body) {
    return message(reference, "2.5", body);
  }

  /** A message with these segments and a right UNT. */
  public static String message(String reference, String version, List<String> body) {
    StringBuilder text =
        new StringBuilder("UNH+" + reference + "+MSCONS:D:04B:UN:" + version + "'");
    body.forEach(segment -> text.append(segment).append('\''));
    return text + "UNT+" + (body.size() + 2) + "+" + reference + "'";
  }

  /** Head and location of a 13025 for a period. */
  public static List<String> start(Instant from, Instant to) {
    return new ArrayList<>(
        List.of(
            "BGM+Z48+DOC1+9",
            "DTM+137:202611220500?+00:303",
            "RFF+Z13:13025",
            "NAD+MS+9900000000011::293",
            "NAD+MR+9900000000029::293",
            "UNS+D",
            "NAD+DP",
            "LOC+172+51238696781",
            time(163, from),
            time(164, to)));
  }

  /** LIN and PIA of a register. */
  public static List<String> register(int line, String obis) {
    return List.of("LIN+" + line, "PIA+5+" + obis.replace(":", "?:") + ":SRW");
  }

  /** QTY with its interval. */
  public static List<String> value(String quantity, Instant from) {
    return List.of("QTY+" + quantity, time(163, from), time(164, from.plusSeconds(900)));
  }

  public static String time(int qualifier, Instant at) {
    return "DTM+" + qualifier + ":" + TIME.format(at) + "?+00:303";
  }

  /** Body of a 13025 with one register and the given quantities from an instant on. */
  public static List<String> profile(Instant from, String... quantities) {
    List<String> body = start(from, from.plusSeconds(900L * quantities.length));
    body.addAll(register(1, "1-1:1.29.0"));
    for (int i = 0; i < quantities.length; i++) {
      body.addAll(value(quantities[i], from.plusSeconds(900L * i)));
    }
    return body;
  }
}
