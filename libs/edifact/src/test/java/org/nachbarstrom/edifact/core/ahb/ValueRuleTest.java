package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What remains to be checked of a value, from the tables of the handbook. */
class ValueRuleTest {
  /** 2026-11-22T05:00Z, the time of the messages. */
  private static final long MESSAGE_TIME = 1_795_323_600L;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

  @Test
  void leavesNumberAndTimesOfSeriesToTheRule() {
    ValueRule series = new ValueRule(3, false, true, MESSAGE_TIME);
    for (String identifier : List.of("13003", "13005", "13018", "13025", "13027")) {
      assertThat(rule(identifier)).as(identifier).contains(series);
    }
    ValueRule signed = new ValueRule(3, true, true, MESSAGE_TIME);
    for (String identifier : List.of("13020", "13022", "13023", "13026")) {
      assertThat(rule(identifier)).as(identifier).contains(signed);
    }
    assertThat(rule("13011")).contains(new ValueRule(5, false, false, Long.MAX_VALUE));
    // gas: four decimals, times may lie after the message
    assertThat(rule("13007")).contains(new ValueRule(4, false, true, MESSAGE_TIME));
    assertThat(rule("13008")).contains(new ValueRule(3, false, true, Long.MAX_VALUE));
  }

  @Test
  void goesByTheRegisterWhereTheHandbookDoes() {
    String text = ConformantMessages.text("2.5", "13008");
    CheckRun run = CheckRun.create();
    run.check(text.replace("7-0?:99.33.17", "7-0?:52.0.22"));
    assertThat(run.rules()).containsExactly(Optional.of(rule(4, false)));
    run.check(text.replace("7-0?:99.33.17", "7-1?:99.41.16"));
    assertThat(run.rules()).containsExactly(Optional.of(rule(4, true)));
  }

  private static ValueRule rule(int decimals, boolean negative) {
    return new ValueRule(decimals, negative, true, Long.MAX_VALUE);
  }

  @Test
  void judgesEachValueWhereMoreDependsOnIt() {
    // days of the market, spans of all values, bases, integer digits, dates
    for (String identifier :
        List.of(
            "13002", "13009", "13010", "13012", "13013", "13014", "13015", "13016", "13017",
            "13019", "13028")) {
      assertThat(rule(identifier)).as(identifier).isEmpty();
    }
  }

  @Test
  void givesNoRuleForAValueWithFindings() {
    CheckRun run = CheckRun.create();
    run.check(ConformantMessages.text("2.5", "13025").replace("STS+Z40++Z74'", ""));
    assertThat(run.rules()).hasSize(1);
    // what is missing is known when the value ends
    assertThat(run.rules().getFirst()).isEmpty();
  }

  private static Optional<ValueRule> rule(String identifier) {
    CheckRun run = CheckRun.create();
    assertThat(run.check(ConformantMessages.text("2.5", identifier))).isEmpty();
    return run.rules().getFirst();
  }

  /** The rule and the whole check agree about any number and time. */
  @Property(tries = 300)
  void agreesWithTheWholeCheck(
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long unscaled,
      @ForAll @IntRange(min = 0, max = 7) int decimals,
      @ForAll @IntRange(min = -120, max = 120) int minutes,
      @ForAll @IntRange(min = 0, max = 1) int offset,
      @ForAll @IntRange(min = 0, max = 3) int which) {
    String identifier = List.of("13025", "13020", "13011", "13007").get(which);
    String text = ConformantMessages.text("2.5", identifier);
    ValueRule rule = rule(identifier).orElseThrow();
    BigDecimal number = BigDecimal.valueOf(unscaled, decimals);
    Instant time = Instant.ofEpochSecond(MESSAGE_TIME + minutes * 60L);
    String sent = TIME.format(time.plusSeconds(3600L * offset)) + "?+0" + offset;
    String spoilt = text.replaceFirst("QTY\\+(\\w+):[-0-9.]+", "QTY+$1:" + number.toPlainString());
    int value = spoilt.indexOf("QTY");
    spoilt =
        spoilt.substring(0, value)
            + spoilt
                .substring(value)
                .replaceFirst("DTM\\+164:[0-9]+\\?\\+00", "DTM+164:" + sent.replace("?", "\\?"));
    Assume.that(!spoilt.contains("\\"));
    boolean hasTimes = !identifier.equals("13011");
    boolean accepted =
        number.scale() <= rule.maxDecimals()
            && (rule.negative() || number.signum() >= 0)
            && (!hasTimes || !rule.utcOnly() || offset == 0)
            && (!hasTimes || time.getEpochSecond() <= rule.latestEpochSecond());
    assertThat(CheckRun.create().check(spoilt).isEmpty()).as(spoilt).isEqualTo(accepted);
  }
}
