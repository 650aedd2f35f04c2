package org.nachbarstrom.suite.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/**
 * Writes the values of an example community as a metering point operator would send them: one
 * MSCONS 2.5 interchange (Prüfidentifikator 13025) with one message per market location.
 */
public final class ExampleInterchange {

  /** Market partner code of the sender. */
  public static final String SENDER = "9911111000006";

  /** Market partner code of the recipient. */
  public static final String RECIPIENT = "9922222000009";

  /** Own code of the demo's grid operator, who reports quantities. */
  static final String GRID = "9933333000002";

  /** Market partner code of the demo's supplier, who gets quantities. */
  static final String SUBSCRIBER = "9944444000005";

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyMMdd:HHmm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);
  private static final int SEGMENTS_AROUND_VALUES = 14;
  private static final int SEGMENTS_PER_VALUE = 3;

  private final ExampleCommunity community;
  private final String reference;
  private final Interval period;
  private final Instant sentAt;

  private ExampleInterchange(
      ExampleCommunity community, String reference, Interval period, Instant sentAt) {
    this.community = community;
    this.reference = reference;
    this.period = period;
    this.sentAt = sentAt;
  }

  /**
   * All values of the community's period, sent five hours after its end.
   *
   * @param reference interchange reference, up to 14 upper-case letters and digits
   */
  public static ExampleInterchange whole(ExampleCommunity community, String reference) {
    return of(community, reference, community.from(), community.to());
  }

  /** The values of some days of the community's period. */
  public static ExampleInterchange of(
      ExampleCommunity community, String reference, LocalDate from, LocalDate to) {
    Interval period = ExampleCommunity.calendar().of(from, to);
    return new ExampleInterchange(
        community, reference, period, period.end().plusSeconds(5L * 3600));
  }

  /** Writes the file, replacing one of the same name. */
  public void write(Path file) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values of the interchange, all messages together. */
  public long values() {
    return (long) period.quarterHours() * community.members().size();
  }

  private void write(Writer out) throws IOException {
    out.write("UNA:+.? '");
    out.write(
        "UNB+UNOC:3+%s:500+%s:500+%s+%s++TL'"
            .formatted(SENDER, RECIPIENT, SHORT.format(sentAt), reference));
    int number = 0;
    for (ExampleMember member : community.members()) {
      message(out, member, ++number);
    }
    out.write("UNZ+%d+%s'".formatted(number, reference));
  }

  private void message(Writer out, ExampleMember member, int number) throws IOException {
    String obis = member.direction() == EnergyDirection.CONSUMPTION ? "1-1?:1.29.0" : "1-1?:2.29.0";
    out.write("UNH+%d+MSCONS:D:04B:UN:2.5'".formatted(number));
    out.write("BGM+Z48+%s-%d+9'".formatted(reference, number));
    out.write("DTM+137:%s?+00:303'".formatted(LONG.format(sentAt)));
    out.write("RFF+Z13:13025'");
    out.write("NAD+MS+%s::293'NAD+MR+%s::293'UNS+D'NAD+DP'".formatted(SENDER, RECIPIENT));
    out.write("LOC+172+%s'".formatted(member.location()));
    out.write(span(period.start(), period.end()));
    out.write("LIN+1'PIA+5+%s:SRW'".formatted(obis));
    int quarterHours = period.quarterHours();
    for (int i = 0; i < quarterHours; i++) {
      Instant start = period.start().plus(Interval.QUARTER_HOUR.multipliedBy(i));
      long wattHours = ExampleValues.wattHours(member, start);
      out.write("QTY+220:%d.%03d'".formatted(wattHours / 1000, wattHours % 1000));
      out.write(span(start, start.plus(Interval.QUARTER_HOUR)));
    }
    int segments = SEGMENTS_AROUND_VALUES + quarterHours * SEGMENTS_PER_VALUE;
    out.write("UNT+%d+%d'".formatted(segments, number));
  }

  private static String span(Instant start, Instant end) {
    return "DTM+163:%s?+00:303'DTM+164:%s?+00:303'".formatted(LONG.format(start), LONG.format(end));
  }
}
