package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.PlainInterchange;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

class LoadProfileRoundTripTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant START = Instant.parse("2026-11-19T23:00:00Z");

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 999_999) Integer> wattHours,
      @ForAll @Size(min = 1, max = 200) List<Boolean> provisional,
      @ForAll MsconsVersion version)
      throws IOException {
    Interval period =
        new Interval(START, START.plus(Interval.QUARTER_HOUR.multipliedBy(wattHours.size())));
    long[] values = wattHours.stream().mapToLong(value -> value * 1000L).toArray();
    ValueQuality[] qualities = new ValueQuality[values.length];
    for (int i = 0; i < qualities.length; i++) {
      qualities[i] =
          provisional.get(i % provisional.size())
              ? ValueQuality.PROVISIONAL
              : ValueQuality.MEASURED;
    }
    RegisterSeries consumption =
        RegisterSeries.of(ObisCode.parse("1-1:1.29.0"), period, values, qualities);
    RegisterSeries feedIn = Written.series("1-1:2.29.0", period);
    LoadProfile profile = profile(period, consumption, feedIn);
    LoadProfile versioned =
        new LoadProfile(
            profile.head().withVersion(version.code()), profile.object(), period, profile.series());

    assertThat(roundTrip(versioned)).containsExactly(versioned);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 92", "2026-10-25, 100", "2026-07-01, 96"})
  void daysOfEveryLengthComeBack(LocalDate day, int quarterHours) throws IOException {
    Interval period =
        new Interval(
            day.atStartOfDay(BERLIN).toInstant(), day.plusDays(1).atStartOfDay(BERLIN).toInstant());
    LoadProfile profile = profile(period, Written.series("1-1:1.29.0", period));

    byte[] bytes = Written.bytes(ApplicationReference.TIME_SERIES, profile);

    List<String> segments = PlainInterchange.check(bytes).segments();
    assertThat(segments.stream().filter(segment -> segment.startsWith("QTY")))
        .hasSize(quarterHours);
    assertThat(read(bytes)).containsExactly(profile);
  }

  @Test
  void aYearOfQuarterHoursComesBackMonthByMonth() throws IOException {
    List<MsconsContent> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate first = LocalDate.of(2025, month, 1);
      Interval period =
          new Interval(
              first.atStartOfDay(BERLIN).toInstant(),
              first.plusMonths(1).atStartOfDay(BERLIN).toInstant());
      months.add(profile(period, Written.series("1-1:1.29.0", period)));
    }

    byte[] bytes =
        Written.bytes(ApplicationReference.TIME_SERIES, months.toArray(MsconsContent[]::new));

    List<String> segments = PlainInterchange.check(bytes).segments();
    assertThat(segments.stream().filter(segment -> segment.startsWith("QTY"))).hasSize(35_040);
    assertThat(read(bytes)).isEqualTo(months);
  }

  private static LoadProfile profile(Interval period, RegisterSeries... series) {
    return new LoadProfile(
        Written.head(MsconsKind.MARKET_LOCATION_PROFILE),
        Written.LOCATION,
        period,
        List.of(series));
  }

  private static List<MsconsContent> roundTrip(LoadProfile profile) throws IOException {
    byte[] bytes = Written.bytes(ApplicationReference.TIME_SERIES, profile);
    PlainInterchange.check(bytes);
    return read(bytes);
  }

  private static List<MsconsContent> read(byte[] bytes) throws IOException {
    List<MsconsContent> contents = new ArrayList<>();
    InterchangeResult result =
        MsconsReader.read(
            new ByteArrayInputStream(bytes),
            ReadOptions.DEFAULT,
            message -> {
              switch (message) {
                case MessageResult.Accepted accepted -> contents.add(accepted.content());
                case MessageResult.Acknowledgement acknowledgement ->
                    throw new AssertionError(acknowledgement.toString());
                case MessageResult.Refused refused ->
                    throw new AssertionError(refused.findings().toString());
              }
            });
    assertThat(result.syntaxValid()).isTrue();
    return contents;
  }
}
