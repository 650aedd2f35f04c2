package org.nachbarstrom.metering.reading.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.reading.Cancellation;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.QuantityDelivery;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.problem.Rejection;
import org.nachbarstrom.testing.EventSchemas;

class DocumentReaderTest {
  private static final String READINGS = "edifact.readings-received.v1";
  private static final String QUANTITIES = "edifact.energy-quantities-received.v1";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static <T> T parse(String body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  private static ReadingDelivery readings(String body) {
    return DocumentReader.read(parse(body, ReadingsReceived.class));
  }

  private static QuantityDelivery quantities(String body) {
    return DocumentReader.read(parse(body, EnergyQuantitiesReceived.class));
  }

  @Test
  void readsTheReadingsOfAMeterExchange() {
    ReadingDelivery delivery = readings(EventSchemas.example(READINGS, "meter-exchange"));
    assertThat(delivery.source().sender()).isEqualTo("9900000000011");
    assertThat(delivery.source().number()).isEqualTo("LESUNG1");
    assertThat(delivery.source().origin().reference()).isEqualTo("9900000000011/SYN00000000101/M1");
    assertThat(delivery.object())
        .isEqualTo(
            new MeteredObject(
                MeteredObject.Kind.METERING_POINT, "DE0000010000100000000000000000M01"));
    assertThat(delivery.deviceNumber()).isEqualTo("1ISK0012345678");
    Instant exchange = Instant.parse("2026-03-31T22:00:00Z");
    assertThat(delivery.readings())
        .containsExactly(
            new Reading(
                ObisCode.parse("1-1:1.8.0"),
                new BigDecimal("12500.5"),
                ValueQuality.MEASURED,
                Instant.parse("2026-02-28T23:00:00Z"),
                LocalDate.of(2026, 3, 1),
                null,
                null,
                ValueStatus.NONE),
            new Reading(
                ObisCode.parse("1-1:1.8.0"),
                new BigDecimal("12811.25"),
                ValueQuality.SUBSTITUTE,
                exchange,
                null,
                null,
                exchange,
                new ValueStatus(List.of("Z86"), "Z92", "", "Z78", List.of())));
  }

  @Test
  void readsMomentsOfAConfiguration() {
    ReadingDelivery delivery = readings(EventSchemas.example(READINGS, "configuration"));
    assertThat(delivery.object().kind()).isEqualTo(MeteredObject.Kind.CONFIGURATION);
    assertThat(delivery.deviceNumber()).isEmpty();
    assertThat(delivery.readings())
        .extracting(Reading::quality)
        .containsExactly(ValueQuality.MEASURED, ValueQuality.PROVISIONAL);
  }

  @Test
  void readsSpansMonthsAndDaysOfQuantities() {
    QuantityDelivery month = quantities(EventSchemas.example(QUANTITIES, "month"));
    assertThat(month.purpose()).isEqualTo(QuantityPurpose.METERED);
    EnergyQuantity quantity = month.quantities().getFirst();
    assertThat(quantity.value()).isEqualTo("310.75");
    assertThat(quantity.status().basis()).containsExactly("Z36", "Z37");
    assertThat(quantity.isMaximum()).isFalse();

    QuantityDelivery note = quantities(EventSchemas.example(QUANTITIES, "delivery-note"));
    assertThat(note.purpose()).isEqualTo(QuantityPurpose.DELIVERY_NOTE);
    // March 2026 loses an hour on the 29th: it ends at 22:00 UTC; the 17th is still in winter time.
    assertThat(note.quantities())
        .extracting(said -> said.period().interval())
        .containsExactly(
            interval("2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"),
            interval("2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"),
            interval("2026-03-16T23:00:00Z", "2026-03-17T23:00:00Z"));
    assertThat(note.quantities().get(1).isMaximum()).isTrue();
  }

  private static Interval interval(String start, String end) {
    return new Interval(Instant.parse(start), Instant.parse(end));
  }

  @Test
  void readsCancellations() {
    Cancellation cancellation =
        DocumentReader.read(
            parse(
                EventSchemas.example("edifact.document-cancelled.v1", "readings"),
                DocumentCancelled.class));
    assertThat(cancellation.cancelledNumber()).isEqualTo("LESUNG1");
    assertThat(cancellation.source().number()).isEqualTo("STORNO1");
  }

  @Test
  void refusesWhatItCannotTake() {
    refuses(ReadingRejection.UNREADABLE_OBJECT, "00M01", "00m01");
    refuses(ReadingRejection.UNREADABLE_VALUE, "12500.5", "-12500.5");
    refuses(ReadingRejection.UNREADABLE_VALUE, "12500.5", "1e3");
    refuses(ReadingRejection.UNREADABLE_VALUE, "12500.5", "1234567890123");
    refuses(ReadingRejection.UNREADABLE_VALUE, "1-1:1.8.0", "1.8.0");
    refuses(ReadingRejection.UNREADABLE_VALUE, "2026-02-28T23", "1926-02-28T23");
    refuses(ReadingRejection.UNREADABLE_VALUE, "\"Z92\"", "\"Z92 Z93\"");
    refuses(ReadingRejection.VALUE_TWICE, "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z");
    refuses(PlatformRejection.UNREADABLE_EVENT, "\"quality\"", "\"kind\"");
    refuses(PlatformRejection.UNREADABLE_EVENT, "\"documentNumber\"", "\"number\"");
  }

  private static void refuses(Rejection rejection, String good, String bad) {
    String example = EventSchemas.example(READINGS, "meter-exchange");
    assertThat(example).contains(good);
    assertThatThrownBy(
            () -> readings(example.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(rejection));
  }

  @Test
  void refusesQuantitiesWithoutOnePeriod() {
    String example = EventSchemas.example(QUANTITIES, "delivery-note");
    for (String bad :
        List.of("\"months\": \"2026-03\"", "\"month\": \"2026-03\", \"day\": \"2026-03-01\"")) {
      assertThatThrownBy(() -> quantities(example.replace("\"month\": \"2026-03\"", bad)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem ->
                  assertThat(problem.rejection()).isEqualTo(ReadingRejection.UNREADABLE_VALUE));
    }
  }
}
