package org.nachbarstrom.metering.upload.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

class ReadLinesTest {
  private static final String POINT = "51238696781";
  private static final SeriesKey KEY =
      new SeriesKey(new AccountingPointId(POINT), EnergyDirection.CONSUMPTION);
  private static final String GOOD = line("2026-03-28T23:00:00Z", "[\"0.25\",0.5]");

  private static String line(String start, String values) {
    return """
    {"accountingPoint":"%s","direction":"CONSUMPTION","start":"%s","values":%s,\
    "quality":"MEASURED"}\
    """
        .formatted(POINT, start, values);
  }

  private static UploadContent read(String... lines) {
    try {
      byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
      UploadContent content = new UploadContent(KeptValues.Kept.ALL);
      ReadLines.read(new ByteArrayInputStream(bytes), content, () -> {});
      return content;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<DayBlock> blocks(UploadContent content, SeriesKey key) {
    List<DayBlock> blocks = new ArrayList<>();
    content.values().forEach((of, days) -> blocks.addAll(of.equals(key) ? days : List.of()));
    return blocks;
  }

  @Test
  void putsValuesIntoTheirQuarterHoursWhateverTheOrderOfLinesAndMembers() {
    // 23:00, 23:15, (nothing at 23:30), 23:45 of the 28th and 00:00 of the 29th
    String backwards =
        """
        {"quality":"SUBSTITUTE","values":[null,"1.000001",2],"start":"2026-03-29T00:30:00+01:00",\
        "obis":"1-1:1.29.0","accountingPoint":"51238696781"}\
        """;
    for (UploadContent content : List.of(read(GOOD, backwards), read(backwards, GOOD))) {
      List<DayBlock> blocks = blocks(content, KEY);
      assertThat(blocks)
          .extracting(DayBlock::day)
          .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29));
      assertThat(blocks.getFirst().energy(92)).isEqualTo(250_000);
      assertThat(blocks.getFirst().energy(93)).isEqualTo(500_000);
      assertThat(blocks.getFirst().quality(93)).isEqualTo(ValueQuality.MEASURED);
      assertThat(blocks.getFirst().holds(94)).isFalse();
      assertThat(blocks.getFirst().energy(95)).isEqualTo(1_000_001);
      assertThat(blocks.getFirst().quality(95)).isEqualTo(ValueQuality.SUBSTITUTE);
      assertThat(blocks.getLast().energy(0)).isEqualTo(2_000_000);
      assertThat(content.rejections()).isEmpty();
      assertThat(content.values().size()).isEqualTo(4);
    }
  }

  @Test
  void keepsEnergiesThatNeedMoreThanThirtyTwoBits() {
    // 2147.483647 kWh is the largest of 32 bits
    List<DayBlock> blocks =
        blocks(read(line("2026-03-28T00:00:00Z", "[2147.483647,2147.483648,1000000,0.1]")), KEY);
    assertThat(blocks.getFirst().energies())
        .startsWith(2_147_483_647L, 2_147_483_648L, 1_000_000_000_000L, 100_000L);
  }

  @Test
  void spreadsQualitiesOverValues() {
    UploadContent content =
        read(
            """
            {"accountingPoint":"51238696781","obis":"1-1:2.29.0","start":"2026-03-28T00:00:00Z",\
            "values":[1,2,3],"qualities":[{"quality":"MEASURED","count":2},\
            {"count":1,"quality":"FORECAST"}]}\
            """);
    SeriesKey fedIn = new SeriesKey(KEY.accountingPoint(), EnergyDirection.GENERATION);
    DayBlock block = blocks(content, fedIn).getFirst();
    assertThat(List.of(block.quality(0), block.quality(1), block.quality(2)))
        .containsExactly(ValueQuality.MEASURED, ValueQuality.MEASURED, ValueQuality.FORECAST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "nonsense | '' | UNREADABLE_LINE",
        "[1] | '' | UNREADABLE_LINE",
        "{\"values\":[1,2 | '' | UNREADABLE_LINE",
        "{\"a\":1} | /a | UNKNOWN_MEMBER",
        "{\"start\":\"\",\"start\":\"\"} | /start | MEMBER_TWICE",
        "{\"qualities\":[{\"count\":1,\"count\":2}]} | /qualities/0/count | MEMBER_TWICE",
        "{\"qualities\":[{\"quality\":\"\",\"quality\":1}]} | /qualities/0/quality | MEMBER_TWICE",
        "{\"readings\":[{\"at\":\"\",\"at\":\"\"}]} | /readings/0/at | MEMBER_TWICE",
        "{\"readings\":[{\"value\":1,\"value\":2}]} | /readings/0/value | MEMBER_TWICE",
        "{\"values\":[[[[[[[[1]]]]]]]]} | /values/0 | UNREADABLE_MEMBER",
        "{\"values\":[true]} | /values/0 | UNREADABLE_MEMBER",
        "{\"values\":{}} | /values | UNREADABLE_MEMBER",
        "{\"start\":5} | /start | UNREADABLE_MEMBER",
        "{\"values\":[NaN]} | '' | UNREADABLE_LINE",
        "{\"values\":[1]} {} | '' | UNREADABLE_LINE",
        "{} | '' | MISSING",
        "{\"values\":[1]} | /accountingPoint | MISSING",
      })
  void rejectsALineThatIsNone(String line, String pointer, Fault fault) {
    assertRejectsOnly(line, pointer.equals("''") ? "" : pointer, fault);
  }

  private static void assertRejectsOnly(String line, String pointer, Fault fault) {
    UploadContent content = read(GOOD, line, "", GOOD);
    assertThat(content.rejections())
        .singleElement()
        .satisfies(rejection -> {
          assertThat(rejection.line()).isEqualTo(2);
          assertThat(rejection.fault()).isEqualTo(fault);
          assertThat(rejection.pointer()).isEqualTo(pointer);
        });
    assertThat(content.counts().lines()).isEqualTo(3);
    assertThat(content.counts().rejectedLines()).isEqualTo(1);
    assertThat(content.values().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "51238696781,51238696782,/accountingPoint,INVALID_POINT",
    "CONSUMPTION,Consumption,/direction,UNREADABLE_MEMBER",
    "2026-03-28T23:00:00Z,2026-03-28T23:01:00Z,/start,MISALIGNED_TIME",
    "2026-03-28T23:00:00Z,1999-12-31T23:45:00Z,/start,MISALIGNED_TIME",
    "2026-03-28T23:00:00Z,2026-03-28 23:00,/start,UNREADABLE_TIME",
    "MEASURED,MISSING,/quality,UNREADABLE_QUALITY",
    "\"direction\":\"CONSUMPTION\",\"obis\":\"1-1:1.8.0\",/obis,WRONG_REGISTER",
    "\"direction\":\"CONSUMPTION\",\"direction\":\"GENERATION\"@\"obis\":\"1-1:1.29.0\",/obis,"
        + "WRONG_REGISTER",
    "\"quality\":\"MEASURED\",\"qualities\":[{\"quality\":\"MEASURED\"@\"count\":1}],/qualities,"
        + "QUALITY_COUNT",
    "\"quality\":\"MEASURED\",\"qualities\":[{\"quality\":\"MEASURED\"@\"count\":2000000000}],"
        + "/qualities,QUALITY_COUNT",
    "\"quality\":\"MEASURED\",\"deviceNumber\":\"1\",/deviceNumber,UNKNOWN_MEMBER"
  })
  void rejectsALineWhoseMemberIsWrong(String good, String bad, String pointer, Fault fault) {
    assertThat(GOOD).contains(good);
    assertRejectsOnly(GOOD.replace(good, bad.replace('@', ',')), pointer, fault);
  }

  @Test
  void rejectsWrongValuesOneByOneAndCountsThem() {
    UploadContent content = read(line("2026-03-28T00:00:00Z", "[1,-1,\"x\",0.0000001,1e999999,2]"));
    assertThat(content.rejections())
        .extracting(RejectedValue::pointer, RejectedValue::fault)
        .containsExactly(
            tuple("/values/1", Fault.NEGATIVE_VALUE),
            tuple("/values/2", Fault.UNREADABLE_VALUE),
            tuple("/values/3", Fault.TOO_FINE),
            tuple("/values/4", Fault.TOO_LARGE));
    assertThat(content.counts().rejected()).isEqualTo(4);
    assertThat(content.counts().rejectedLines()).isZero();
    assertThat(content.values().size()).isEqualTo(2);
    assertThat(content.rejections().get(2).detail()).contains("'0.0000001'");
  }

  @Test
  void rejectsTheSecondOfTwoDifferentValuesAndCountsRepeatedOnes() {
    UploadContent content = read(GOOD, GOOD, line("2026-03-28T23:15:00Z", "[0.6]"));
    assertThat(content.counts().repeated()).isEqualTo(2);
    assertThat(content.rejections())
        .singleElement()
        .satisfies(rejection -> {
          assertThat(rejection.line()).isEqualTo(3);
          assertThat(rejection.fault()).isEqualTo(Fault.VALUE_TWICE);
        });
    assertThat(blocks(content, KEY).getFirst().energy(93)).isEqualTo(500_000);
  }

  @Test
  void rejectsALineThatIsTooLongAndGoesOn() {
    String huge = line("2026-03-28T00:00:00Z", "[" + "1,".repeat(600_000) + "1]");
    assertRejectsOnly(huge, "", Fault.LINE_TOO_LONG);
    String many = line("2026-03-28T00:00:00Z", "[" + "1,".repeat(40_000) + "1]");
    assertRejectsOnly(many, "/values", Fault.TOO_MANY_VALUES);
  }

  @Test
  void stopsAtMoreThanAHundredThousandFaults() {
    String wrong = line("2026-03-28T00:00:00Z", "[" + "-1,".repeat(39_999) + "-1]");
    assertThatThrownBy(() -> read(wrong, wrong, wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.rejection()).isEqualTo(UploadRejection.TOO_MANY_REJECTIONS);
              assertThat(problem.errors()).hasSize(100);
              assertThat(problem.errors().getFirst().pointer()).isEqualTo("/lines/1/values/0");
            });
  }

  @Test
  void makesDocumentsOfReadings() {
    String forward =
        """
        {"meteringPoint":"DE0000010000100000000000000000M01","obis":"1-1:1.8.0",\
        "deviceNumber":"1APA01","quality":"MEASURED","readings":[\
        {"at":"2026-03-28T23:00:00Z","value":"1000.5"},{"at":"2026-03-28T23:15:00Z","value":1001},\
        {"at":"2026-03-28T23:30:00Z","value":"-1"},{"at":"2026-03-28T23:45:00Z"}]}\
        """;
    UploadContent content = read(forward, forward);
    Instant time = Instant.parse("2026-04-01T00:00:00Z");
    List<ReadingDelivery> documents =
        content.readings().documents(new Origin(time, time, "upload/7"), (object, at) -> true);
    assertThat(documents)
        .singleElement()
        .satisfies(document -> {
          assertThat(document.source().number()).isEqualTo("upload/7/1");
          assertThat(document.deviceNumber()).isEqualTo("1APA01");
          assertThat(document.readings())
              .extracting(Reading::value)
              .containsExactly(new BigDecimal("1000.5"), new BigDecimal("1001"));
        });
    assertThat(content.rejections())
        .extracting(RejectedValue::pointer, RejectedValue::fault)
        .contains(
            tuple("/readings/2/value", Fault.NEGATIVE_VALUE),
            tuple("/readings/3/value", Fault.UNREADABLE_VALUE));
    assertThat(content.counts().repeated()).isEqualTo(2);
  }
}
