package org.nachbarstrom.suite.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketPartnerCode;

class ExampleInterchangeTest {

  @TempDir Path folder;

  @Test
  void demoMonthHasTheHourOfTheClockChangeTwiceAndPassesOurOwnCheck() throws IOException {
    Path file = folder.resolve("demo.edi");
    ExampleInterchange interchange =
        ExampleInterchange.whole(ExampleCommunity.demo(), "SONNENWEG1");
    interchange.write(file);

    ValidationReport report = validate(file);
    assertThat(report.valid()).as(report.toString()).isTrue();
    // 31 days of 96 quarter-hours and four more on 25 October.
    assertThat(report.messages()).hasSize(8).extracting(MessageVerdict::values).containsOnly(2_980);
    assertThat(interchange.values()).isEqualTo(8 * 2_980);
  }

  @Test
  void demoMonthSuitsTheMarketRolesThatTheDemoDeclares() throws IOException {
    Path file = folder.resolve("demo.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "SONNENWEG1").write(file);
    Map<String, Set<MarketRole>> roles =
        Map.of(
            ExampleInterchange.SENDER, Set.of(MarketRole.METERING_OPERATOR),
            ExampleInterchange.RECIPIENT, Set.of(MarketRole.SUPPLIER));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ReadOptions known =
          ReadOptions.DEFAULT.withPartners((code, at) -> Optional.ofNullable(roles.get(code)));
      assertThat(InterchangeValidation.validate(in, known).valid()).isTrue();
    }
  }

  @Test
  void oneDayOfTheSpringClockChangeHasNinetyTwoValues() throws IOException {
    LocalDate day = LocalDate.of(2026, 3, 29);
    Path file = folder.resolve("spring.edi");
    ExampleInterchange.whole(ExampleCommunity.numbered(7, 10, day, 1), "SPRING").write(file);

    ValidationReport report = validate(file);
    assertThat(report.valid()).isTrue();
    assertThat(report.messages()).hasSize(10).extracting(MessageVerdict::values).containsOnly(92);
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    Path one = folder.resolve("one.edi");
    Path two = folder.resolve("two.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "SAME").write(one);
    ExampleInterchange.whole(ExampleCommunity.demo(), "SAME").write(two);
    assertThat(Files.mismatch(one, two)).isEqualTo(-1);
  }

  @Test
  void communitiesShareNoMarketLocation() {
    LocalDate day = LocalDate.of(2026, 10, 1);
    assertThat(
            LongStream.rangeClosed(1, 100)
                .boxed()
                .flatMap(n ->
                    ExampleCommunity.numbered(n.intValue(), 10, day, 1).members().stream()
                        .map(ExampleMember::location)))
        .hasSize(1000)
        .doesNotHaveDuplicates();
  }

  @Test
  void roofsRestAtNightAndShineAtNoon() {
    ExampleMember roof = ExampleCommunity.demo().members().get(6);
    assertThat(ExampleValues.wattHours(roof, Instant.parse("2026-10-10T22:00:00Z"))).isZero();
    // Full height is 1 600 Wh; brightness 25 % to 100 %, clouds 80 % to 100 %.
    assertThat(ExampleValues.wattHours(roof, Instant.parse("2026-10-10T11:00:00Z")))
        .isBetween(320L, 1_600L);
  }

  @Test
  void energyOfADayIsShared() {
    ExampleCommunity demo = ExampleCommunity.demo();
    Interval day = ExampleCommunity.calendar().of(LocalDate.of(2026, 10, 10));
    long consumption = 0;
    long generation = 0;
    for (int i = 0; i < day.quarterHours(); i++) {
      Instant start = day.start().plus(Interval.QUARTER_HOUR.multipliedBy(i));
      for (ExampleMember member : demo.members()) {
        long wattHours = ExampleValues.wattHours(member, start);
        switch (member.direction()) {
          case CONSUMPTION -> consumption += wattHours;
          case GENERATION -> generation += wattHours;
        }
      }
    }
    // Six households of about 7 kWh, two roofs of up to 47 kWh and 28 kWh.
    assertThat(consumption).isBetween(20_000L, 80_000L);
    assertThat(generation).isBetween(5_000L, 76_000L);
  }

  @Test
  void partnersHaveValidCodes() {
    assertThat(MarketPartnerCode.tryParse(ExampleInterchange.SENDER)).isPresent();
    assertThat(MarketPartnerCode.tryParse(ExampleInterchange.RECIPIENT)).isPresent();
    assertThat(MarketPartnerCode.tryParse(ExampleInterchange.GRID)).isPresent();
    assertThat(MarketPartnerCode.tryParse(ExampleInterchange.SUBSCRIBER)).isPresent();
  }

  private static ValidationReport validate(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return InterchangeValidation.validate(in, ReadOptions.DEFAULT);
    }
  }
}
