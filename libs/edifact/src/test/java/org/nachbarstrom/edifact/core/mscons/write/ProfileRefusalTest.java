package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.MemoryTarget;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

class ProfileRefusalTest {
  private static final Interval HOUR =
      Written.interval("2026-11-22T02:00:00Z", "2026-11-22T03:00:00Z");
  private static final ObisCode OBIS = ObisCode.parse("1-1:1.29.0");
  private static final MsconsHead HEAD = Written.head(MsconsKind.MARKET_LOCATION_PROFILE);

  @Test
  void substitutesNeedMethodAndReason() {
    ValueStatus onlyMethod = new ValueStatus(List.of(), "Z92", "", "", "", List.of());
    ValueStatus onlyReason = new ValueStatus(List.of(), "", "", "Z75", "", List.of());

    assertThat(refusedWith(ValueQuality.SUBSTITUTE, ValueStatus.NONE))
        .containsOnly(FindingCode.SUBSTITUTE_UNEXPLAINED);
    assertThat(refusedWith(ValueQuality.SUBSTITUTE, onlyMethod))
        .containsOnly(FindingCode.SUBSTITUTE_UNEXPLAINED);
    assertThat(refusedWith(ValueQuality.SUBSTITUTE, onlyReason))
        .containsOnly(FindingCode.SUBSTITUTE_UNEXPLAINED);
    assertThat(refusedWith(ValueQuality.SUBSTITUTE, ValueStatus.substitute("Z92", "Z75")))
        .isEmpty();
  }

  @Test
  void otherValuesHaveNoMethodAndNoReason() {
    ValueStatus substitute = ValueStatus.substitute("Z92", "Z75");

    assertThat(refusedWith(ValueQuality.MEASURED, substitute))
        .containsOnly(FindingCode.ITEM_NOT_ALLOWED);
    assertThat(refusedWith(ValueQuality.PROVISIONAL, substitute))
        .containsOnly(FindingCode.ITEM_NOT_ALLOWED);
  }

  @Test
  void aProfileLikeAnEarlierOneIsStillHeldToTheHandbook() throws Exception {
    LoadProfile right =
        profile(HEAD, HOUR, filled(ValueQuality.SUBSTITUTE, ValueStatus.substitute("Z92", "Z75")));
    LoadProfile wrong =
        profile(HEAD, HOUR, filled(ValueQuality.SUBSTITUTE, ValueStatus.substitute("Z93", "Z75")));
    try (MsconsWriter writer =
        new MsconsWriter(
            Written.envelope(HEAD, ApplicationReference.TIME_SERIES),
            Written.references(),
            WriteOptions.DEFAULT,
            new MemoryTarget())) {
      assertThat(writer.add(right)).isInstanceOf(WriteOutcome.Written.class);
      assertThat(writer.add(right)).isInstanceOf(WriteOutcome.Written.class);
      assertThat(writer.add(wrong)).isInstanceOf(WriteOutcome.Refused.class);
      assertThat(writer.add(right)).isEqualTo(new WriteOutcome.Written("R1", "3"));
      assertThat(writer.add(wrong)).isInstanceOf(WriteOutcome.Refused.class);
    }
  }

  @Test
  void theTextNamesTheValue() throws Exception {
    LoadProfile profile = profile(HEAD, HOUR, filled(ValueQuality.SUBSTITUTE, ValueStatus.NONE));
    try (MsconsWriter writer =
        new MsconsWriter(
            Written.envelope(HEAD, ApplicationReference.TIME_SERIES),
            Written.references(),
            WriteOptions.DEFAULT,
            new MemoryTarget())) {
      List<Finding> findings = ((WriteOutcome.Refused) writer.add(profile)).findings();

      assertThat(findings).hasSize(4);
      assertThat(findings.get(1).text())
          .isEqualTo(
              "the substitute value of 1-1:1.29.0 from 2026-11-22T02:15:00Z"
                  + " needs a method and a reason");
    }
  }

  @Test
  void energiesHaveThreeDecimalsAndTwelveDigitsBefore() {
    assertThat(refused(values(1, 1000, 1000, 1000))).containsExactly(FindingCode.VALUE_TOO_PRECISE);
    assertThat(refused(values(1_000_000_000_000_000_000L, 0, 0, 0)))
        .containsExactly(FindingCode.VALUE_TOO_LARGE);
    assertThat(refused(values(999_999_999_999_999_000L, 0, 0, 0))).isEmpty();
  }

  @Test
  void seriesAreWholeBeforeTheyCanBeWritten() {
    ValueQuality[] four = qualities(ValueQuality.MEASURED);

    assertThatThrownBy(() -> RegisterSeries.of(OBIS, HOUR, new long[] {0, 0, 0, -1}, four))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative energy at quarter-hour 3");
    assertThatThrownBy(() -> RegisterSeries.of(OBIS, HOUR, new long[3], four))
        .hasMessageContaining("3 values for 4 quarter-hours");
    assertThatThrownBy(() -> RegisterSeries.of(OBIS, HOUR, new long[4], Arrays.copyOf(four, 3)))
        .hasMessageContaining("4 values and 3 qualities");
    assertThatThrownBy(() -> RegisterSeries.of(OBIS, HOUR, new long[4], four, new ValueStatus[5]))
        .hasMessageContaining("4 values and 5 statuses");
    assertThatThrownBy(
            () -> RegisterSeries.of(OBIS, HOUR, new long[4], qualities(ValueQuality.MISSING)))
        .hasMessageContaining("quality MISSING at quarter-hour 0");
    Interval crooked = Written.interval("2026-11-22T02:01:00Z", "2026-11-22T03:01:00Z");
    assertThatThrownBy(() -> RegisterSeries.of(OBIS, crooked, new long[4], four))
        .hasMessageContaining("not aligned");
  }

  @Test
  void seriesDoNotShareTheirArrays() {
    long[] values = new long[4];
    ValueQuality[] qualities = qualities(ValueQuality.MEASURED);
    RegisterSeries series = RegisterSeries.of(OBIS, HOUR, values, qualities);

    values[0] = 5;
    qualities[0] = ValueQuality.PROVISIONAL;

    assertThat(series.milliWattHours(0)).isZero();
    assertThat(series.quality(0)).isEqualTo(ValueQuality.MEASURED);
  }

  @Test
  void valuesCannotBeFromAfterTheMessage() {
    Interval late = Written.interval("2026-11-22T04:15:00Z", "2026-11-22T05:15:00Z");

    assertThat(refused(profile(HEAD, late, Written.series("1-1:1.29.0", late))))
        .containsExactly(FindingCode.TIME_IMPLAUSIBLE);
  }

  @Test
  void registersSpanThePeriodOnceEach() {
    Interval shorter = new Interval(HOUR.start(), Instant.parse("2026-11-22T02:45:00Z"));

    assertThat(refused(profile(HEAD, HOUR, Written.series("1-1:1.29.0", shorter))))
        .containsExactly(FindingCode.SERIES_INCOMPLETE);
    assertThat(
            refused(
                profile(
                    HEAD,
                    HOUR,
                    Written.series("1-1:1.29.0", HOUR),
                    Written.series("1-0:1.29.0", HOUR))))
        .containsExactly(FindingCode.REPETITION_EXCEEDED);
    assertThat(refused(new LoadProfile(HEAD, Written.LOCATION, HOUR, List.of())))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void aRegisterHasUpTo9999Values() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Interval most = new Interval(start, start.plusSeconds(9_999 * 900L));
    Interval more = new Interval(start, start.plusSeconds(10_000 * 900L));

    assertThat(refused(profile(HEAD, most, Written.series("1-1:1.29.0", most)))).isEmpty();
    assertThat(refused(profile(HEAD, more, Written.series("1-1:1.29.0", more))))
        .containsExactly(FindingCode.REPETITION_EXCEEDED);
  }

  @Test
  void onlyLoadProfilesOfElectricityAreWritten() {
    for (String other : List.of("1-1:1.8.0", "7-1:99.29.0")) {
      assertThat(refused(profile(HEAD, HOUR, Written.series(other, HOUR))))
          .containsExactly(FindingCode.OBIS_NOT_IMPORTED);
    }
    assertThat(refused(profile(HEAD, HOUR, Written.series("1-1:3.29.0", HOUR)))).isEmpty();
  }

  @Test
  void objectsFitTheirKind() {
    RegisterSeries series = Written.series("1-1:1.29.0", HOUR);
    MeteredObject wrongDigit = new MeteredObject(MeteredObject.Kind.MARKET_LOCATION, "51238696782");
    MeteredObject network = new MeteredObject(MeteredObject.Kind.NETWORK_LOCATION, "E1234567890");
    MsconsHead point = Written.head(MsconsKind.METERING_POINT_PROFILE);

    for (MeteredObject object : List.of(wrongDigit, network, Written.METERING_POINT)) {
      assertThat(refused(new LoadProfile(HEAD, object, HOUR, List.of(series))))
          .containsExactly(FindingCode.FORMAT_VIOLATED);
    }
    assertThat(refused(new LoadProfile(point, network, HOUR, List.of(series)))).isEmpty();
    assertThat(refused(new LoadProfile(point, Written.LOCATION, HOUR, List.of(series))))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
  }

  @Test
  void valuesOfKindTwoNameTheirOrderAndHaveNoStatus() {
    MsconsHead kindTwo = Written.head(MsconsKind.KIND_TWO_VALUES);
    RegisterSeries series = Written.series("1-1:1.29.0", HOUR);
    RegisterSeries explained =
        filled(ValueQuality.SUBSTITUTE, ValueStatus.substitute("Z92", "Z75"));

    assertThat(refused(profile(kindTwo, HOUR, series)))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    MsconsHead ordered = kindTwo.withReference("AGI", "ORDER1");
    assertThat(refused(profile(ordered, HOUR, series))).isEmpty();
    assertThat(refused(profile(ordered, HOUR, filled(ValueQuality.SUBSTITUTE, ValueStatus.NONE))))
        .isEmpty();
    assertThat(refused(profile(ordered, HOUR, explained)))
        .containsOnly(FindingCode.ITEM_NOT_ALLOWED);
  }

  private static LoadProfile profile(MsconsHead head, Interval period, RegisterSeries... series) {
    return new LoadProfile(head, Written.LOCATION, period, List.of(series));
  }

  private static LoadProfile values(long... values) {
    return profile(
        HEAD, HOUR, RegisterSeries.of(OBIS, HOUR, values, qualities(ValueQuality.MEASURED)));
  }

  private static RegisterSeries filled(ValueQuality quality, ValueStatus status) {
    ValueStatus[] statuses = new ValueStatus[4];
    Arrays.fill(statuses, status);
    return RegisterSeries.of(OBIS, HOUR, new long[4], qualities(quality), statuses);
  }

  private static ValueQuality[] qualities(ValueQuality quality) {
    ValueQuality[] qualities = new ValueQuality[4];
    Arrays.fill(qualities, quality);
    return qualities;
  }

  private static List<FindingCode> refusedWith(ValueQuality quality, ValueStatus status) {
    return refused(profile(HEAD, HOUR, filled(quality, status)));
  }

  private static List<FindingCode> refused(LoadProfile profile) {
    return Written.refused(WriteOptions.DEFAULT, ApplicationReference.TIME_SERIES, profile);
  }
}
