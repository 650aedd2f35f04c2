package org.nachbarstrom.edifact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes interchanges for tests. */
final class Interchanges {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

  private Interchanges() {}

  static String of(String reference, List<String> messages) {
    return "UNA:+.? 'UNB+UNOC:3+9900000000011:500+9900000000029:500+260330:0500+"
        + reference
        + "++TL'"
        + String.join("", messages)
        + "UNZ+"
        + messages.size()
        + "+"
        + reference
        + "'";
  }

  /** A 13025 of location 50000000013 with one value per given quantity (QTY content). */
  static String message(String reference, Instant start, String... quantities) {
    List<String> body =
        new ArrayList<>(
            List.of(
                "BGM+Z48+DOC1+9",
                "DTM+137:202603300500?+00:303",
                "RFF+Z13:13025",
                "NAD+MS+9900000000011::293",
                "NAD+MR+9900000000029::293",
                "UNS+D",
                "NAD+DP",
                "LOC+172+50000000013",
                time(163, start),
                time(164, start.plusSeconds(900L * quantities.length)),
                "LIN+1",
                "PIA+5+1-1?:1.29.0:SRW"));
    for (int i = 0; i < quantities.length; i++) {
      Instant from = start.plusSeconds(900L * i);
      body.add("QTY+" + quantities[i]);
      body.add(time(163, from));
      body.add(time(164, from.plusSeconds(900)));
      if (quantities[i].startsWith("67:")) {
        body.addAll(List.of("STS+Z32++Z92", "STS+Z40++Z75"));
      }
    }
    return "UNH+"
        + reference
        + "+MSCONS:D:04B:UN:2.5'"
        + String.join("'", body)
        + "'UNT+"
        + (body.size() + 2)
        + "+"
        + reference
        + "'";
  }

  private static String time(int qualifier, Instant at) {
    return "DTM+" + qualifier + ":" + TIME.format(at) + "?+00:303";
  }
}
