package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of DTM, with both days on which German clocks change in 2026. */
class TimeTextTest {
  @ParameterizedTest
  @CsvSource({
    "202611220500+00, 303, true",
    "202611220500-01, 303, true",
    "20261122050059+00, 304, true",
    "20261122, 102, true",
    "202611, 610, true",
    "202602290000+00, 303, false",
    "202402290000+00, 303, true",
    "202611222400+00, 303, false",
    "202611220560+00, 303, false",
    "202611220500+15, 303, false",
    "202611220500*00, 303, false",
    "202611220500+0, 303, false",
    "202611220500, 303, false",
    "202611220500+00, 304, false",
    "20261132, 102, false",
    "202613, 610, false",
    "2026-1, 610, false",
    "202611220500+00, 999, false",
    "'', 303, false"
  })
  void knowsTheFormats(String text, String format, boolean time) {
    assertThat(!TimeText.parse(text, format).equals(TimeText.NONE)).isEqualTo(time);
  }

  @Test
  void takesTheOffsetIntoAccount() {
    TimeText utc = TimeText.parse("202611220500+00", "303");
    TimeText local = TimeText.parse("202611220600+01", "303");
    // 2026-11-22T05:00:00Z by `date -u -d ... +%s`
    assertThat(utc.epochSecond()).isEqualTo(1_795_323_600L);
    assertThat(local.epochSecond()).isEqualTo(1_795_323_600L);
    assertThat(utc.utc()).isTrue();
    assertThat(local.utc()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // 2026-10-25 has 25 hours: 24 h 59 min apart is still less than a day on the clock
    "202610250000+00, 202610260059+00, true",
    "202610250000+00, 202610260100+00, false",
    // 2026-03-29 has 23 hours
    "202603290000+00, 202603292259+00, true",
    "202603290000+00, 202603292300+00, false",
    // an ordinary day, either way round
    "202606010000+00, 202606012359+00, true",
    "202606010000+00, 202606020000+00, false",
    "202606020000+00, 202606010000+00, false"
  })
  void measuresDaysOnTheLocalClock(String use, String change, boolean near) {
    Facts facts = StatusParserTest.facts();
    facts.times.use = TimeText.parse(use, "303");
    facts.times.change = TimeText.parse(change, "303");
    Verdict verdict = Terms.find("130").orElseThrow().rule().judge(facts);
    assertThat(verdict).isEqualTo(Verdict.of(near));
  }

  @ParameterizedTest
  @CsvSource({
    "20261031, true",
    "20261101, true",
    "20261030, true",
    "20261029, false",
    "20261102, false"
  })
  void comparesDatesOfReadingAsWritten(String reading, boolean near) {
    Facts facts = StatusParserTest.facts();
    facts.times.use = TimeText.parse("202610312300+00", "303");
    facts.times.reading = TimeText.parse(reading, "102");
    Verdict verdict = Terms.find("133").orElseThrow().rule().judge(facts);
    assertThat(verdict).isEqualTo(Verdict.of(near));
  }
}
