package org.nachbarstrom.e2e;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes MSCONS 2.5 interchanges of load profiles (13025) with constant values. */
final class Mscons {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
  private static final int QUARTER_HOUR_SECONDS = 900;

  private final String reference;
  private final Instant messageTime;
  private final List<Profile> profiles = new ArrayList<>();

  /** One location's profile: the same value in every quarter-hour of {@code [start, end)}. */
  private record Profile(
      String location, String obis, Instant start, Instant end, BigDecimal kwh) {}

  private Mscons(String reference, Instant messageTime) {
    this.reference = reference;
    this.messageTime = messageTime;
  }

  /** An interchange under a reference that its sender has not used before. */
  static Mscons interchange(String reference, String messageTime) {
    return new Mscons(reference, Instant.parse(messageTime));
  }

  Mscons consumption(String location, String start, String end, String kwh) {
    return add(location, "1-1?:1.29.0", start, end, kwh);
  }

  Mscons generation(String location, String start, String end, String kwh) {
    return add(location, "1-1?:2.29.0", start, end, kwh);
  }

  private Mscons add(String location, String obis, String start, String end, String kwh) {
    profiles.add(
        new Profile(location, obis, Instant.parse(start), Instant.parse(end), new BigDecimal(kwh)));
    return this;
  }

  /** The interchange as it goes over the wire. */
  String text() {
    StringBuilder text = new StringBuilder("UNA:+.? '");
    text.append("UNB+UNOC:3+9900000000011:500+9900000000029:500+")
        .append(format(messageTime, "yyMMdd:HHmm"))
        .append('+')
        .append(reference)
        .append("++TL'");
    for (int index = 0; index < profiles.size(); index++) {
      appendMessage(text, reference + "M" + (index + 1), profiles.get(index));
    }
    return text.append("UNZ+%d+%s'".formatted(profiles.size(), reference)).toString();
  }

  private void appendMessage(StringBuilder text, String message, Profile profile) {
    List<String> segments = new ArrayList<>();
    segments.add("UNH+" + message + "+MSCONS:D:04B:UN:2.5");
    segments.add("BGM+Z48+D" + message + "+9");
    segments.add(time(137, messageTime));
    segments.add("RFF+Z13:13025");
    segments.add("NAD+MS+9900000000011::293");
    segments.add("NAD+MR+9900000000029::293");
    segments.add("UNS+D");
    segments.add("NAD+DP");
    segments.add("LOC+172+" + profile.location());
    segments.add(time(163, profile.start()));
    segments.add(time(164, profile.end()));
    segments.add("LIN+1");
    segments.add("PIA+5+" + profile.obis() + ":SRW");
    Instant at = profile.start();
    while (at.isBefore(profile.end())) {
      segments.add("QTY+220:" + profile.kwh().toPlainString());
      segments.add(time(163, at));
      at = at.plusSeconds(QUARTER_HOUR_SECONDS);
      segments.add(time(164, at));
    }
    segments.add("UNT+%d+%s".formatted(segments.size() + 1, message));
    segments.forEach(segment -> text.append(segment).append('\''));
  }

  private static String time(int qualifier, Instant at) {
    return "DTM+%d:%s?+00:303".formatted(qualifier, TIME.format(at.atOffset(ZoneOffset.UTC)));
  }

  private static String format(Instant at, String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(at.atOffset(ZoneOffset.UTC));
  }
}
