package org.nachbarstrom.edifact.mscons.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.event.OutgoingEvent;

/** Body of {@code edifact.energy-quantities-received.v1}, as in its schema. */
record EnergyQuantitiesReceived(
    Source.Interchange interchange,
    Source.Message message,
    Instant receivedAt,
    MeteredBy object,
    Purpose purpose,
    List<Register> registers) {
  private static final String ADDRESS = "edifact.energy-quantities-received.v1";
  private static final Set<String> DELIVERY_NOTES = Set.of("Z41", "Z42");

  enum Purpose {
    METERED,
    DELIVERY_NOTE
  }

  record Register(String obis, List<Quantity> quantities) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Quantity(
      String value,
      ValueQuality quality,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable String month,
      @Nullable LocalDate day,
      @Nullable Status status) {}

  /** The event; nothing if no register of it is one of electricity. */
  static Optional<OutgoingEvent> event(Source source, EnergyQuantities content) {
    List<Register> registers =
        content.lines().stream()
            .filter(Registers::electricity)
            .map(EnergyQuantitiesReceived::register)
            .filter(register -> !register.quantities().isEmpty())
            .toList();
    if (registers.isEmpty() || !MeteredBy.used(content.object())) {
      return Optional.empty();
    }
    boolean note = DELIVERY_NOTES.contains(content.head().documentKind());
    EnergyQuantitiesReceived body =
        new EnergyQuantitiesReceived(
            source.interchange(),
            source.message(),
            source.receivedAt(),
            MeteredBy.of(content.object()),
            note ? Purpose.DELIVERY_NOTE : Purpose.METERED,
            registers);
    return Optional.of(new OutgoingEvent(ADDRESS, content.object().id(), body));
  }

  private static Register register(ValueLine line) {
    return new Register(
        line.product(),
        line.values().stream()
            .map(EnergyQuantitiesReceived::quantity)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Quantity> quantity(MeteredValue value) {
    String number = value.number().toPlainString();
    Status status = Status.ofQuantity(value.status());
    return switch (value.time()) {
      case ValueTime.Span(var interval) ->
          Optional.of(
              new Quantity(
                  number, value.quality(), interval.start(), interval.end(), null, null, status));
      case ValueTime.Month(var month) ->
          Optional.of(
              new Quantity(number, value.quality(), null, null, month.toString(), null, status));
      case ValueTime.Day(var day) ->
          Optional.of(new Quantity(number, value.quality(), null, null, null, day, status));
      // A quantity belongs to a period; the handbook lets nothing else through.
      case ValueTime.Moment moment -> Optional.empty();
      case ValueTime.None none -> Optional.empty();
    };
  }
}
