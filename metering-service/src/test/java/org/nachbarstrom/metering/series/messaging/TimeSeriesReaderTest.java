package org.nachbarstrom.metering.series.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.SeriesRejection;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.problem.Rejection;
import org.nachbarstrom.testing.EventSchemas;

class TimeSeriesReaderTest {
  private static final String EXAMPLE =
      EventSchemas.example("edifact.time-series-received.v1", "two-quarter-hours");

  private static Delivery read(String body) {
    try {
      return TimeSeriesReader.read(
          new ObjectMapper()
              .registerModule(new JavaTimeModule())
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(body, TimeSeriesReceived.class));
    } catch (JsonProcessingException unreadable) {
      // As EventConsumer does.
      throw new ProblemException(PlatformRejection.UNREADABLE_EVENT, unreadable.toString());
    }
  }

  @Test
  void readsTheAgreedExample() {
    Delivery delivery = read(EXAMPLE);
    assertThat(delivery.accountingPoint().value()).isEqualTo("50000000013");
    assertThat(delivery.origin().messageTime()).isEqualTo(Instant.parse("2026-03-30T05:00:00Z"));
    assertThat(delivery.origin().receivedAt()).isEqualTo(Instant.parse("2026-03-30T05:10:00Z"));
    assertThat(delivery.origin().reference()).isEqualTo("9900000000011/SYN00000000001/M1");
    assertThat(delivery.blocks()).containsOnlyKeys(EnergyDirection.CONSUMPTION);
    DayBlock block =
        delivery.blocks().getOrDefault(EnergyDirection.CONSUMPTION, List.of()).getFirst();
    // 23:00 UTC is slot 92.
    assertThat(block.energy(92)).isEqualTo(30_000);
    assertThat(block.quality(92)).isEqualTo(ValueQuality.MEASURED);
    assertThat(block.energy(93)).isEqualTo(27_000);
    assertThat(block.quality(93)).isEqualTo(ValueQuality.SUBSTITUTE);
    assertThat(block.holds(91)).isFalse();
    assertThat(block.holds(94)).isFalse();
  }

  @Test
  void readsStatusesAndMeteringPoints() {
    Delivery delivery =
        read(
            EventSchemas.example(
                "edifact.time-series-received.v1", "metering-point-with-statuses"));
    assertThat(delivery.accountingPoint().value()).isEqualTo("DE0000010000100000000000000000M01");
    DayBlock block =
        delivery.blocks().getOrDefault(EnergyDirection.CONSUMPTION, List.of()).getFirst();
    ValueStatus substitute = new ValueStatus(List.of(), "ZJ2", "ZB0", "ZB0", List.of());
    assertThat(List.of(block.status(92), block.status(93), block.status(94), block.status(95)))
        .containsExactly(
            ValueStatus.NONE,
            substitute,
            substitute,
            new ValueStatus(List.of("Z86"), "", "", "", List.of()));
  }

  @Test
  void refusesStatusesThatFitNoValue() {
    String example =
        EventSchemas.example("edifact.time-series-received.v1", "metering-point-with-statuses");
    for (String bad : List.of("\"index\": 4", "\"index\": 2", "\"index\": -1")) {
      assertThatThrownBy(() -> read(example.replace("\"index\": 3", bad)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem ->
                  assertThat(problem.rejection()).isEqualTo(SeriesRejection.STATUS_OUTSIDE_VALUES));
    }
  }

  @Test
  void refusesWrongIdsAndResolutions() {
    refuses(SeriesRejection.UNREADABLE_ACCOUNTING_POINT, "50000000013", "50000000014");
    refuses(SeriesRejection.UNSUPPORTED_RESOLUTION, "PT15M", "PT1H");
  }

  @Test
  void refusesAbsentMembers() {
    refuses(PlatformRejection.UNREADABLE_EVENT, "\"receivedAt\"", "\"received\"");
    refuses(PlatformRejection.UNREADABLE_EVENT, "\"quality\": \"MEASURED\"", "\"quality\": null");
  }

  @Test
  void refusesEnergiesThatAreNoWholeNumbers() {
    for (String bad : List.of("null", "\"30000\"", "30000.5", "true", "[30000]", "3e4", "1e400")) {
      refuses(PlatformRejection.UNREADABLE_EVENT, "30000", bad);
    }
    refuses(PlatformRejection.UNREADABLE_EVENT, "30000", "9223372036854775808");
    refuses(SeriesRejection.IMPLAUSIBLE_QUANTITY, "30000", "9223372036854775807");
  }

  private static void refuses(Rejection rejection, String good, String bad) {
    assertThat(EXAMPLE).contains(good);
    String body = EXAMPLE.replace(good, bad);
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(rejection));
  }
}
