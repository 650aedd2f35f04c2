package org.nachbarstrom.edifact.mscons.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.event.OutgoingEvent;

/** Body of {@code edifact.readings-received.v1}, as in its schema. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingsReceived(
    Source.Interchange interchange,
    Source.Message message,
    Instant receivedAt,
    MeteredBy object,
    @Nullable String deviceNumber,
    List<Register> registers) {
  private static final String ADDRESS = "edifact.readings-received.v1";

  record Register(String obis, List<Reading> readings) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reading(
      String value,
      ValueQuality quality,
      Instant at,
      @Nullable LocalDate readOn,
      @Nullable Instant readAt,
      @Nullable Instant changedAt,
      @Nullable Status status) {}

  /** The event; nothing if no register of it is one of electricity. */
  static Optional<OutgoingEvent> event(Source source, RegisterReadings content) {
    List<Register> registers =
        content.lines().stream()
            .filter(Registers::electricity)
            .map(ReadingsReceived::register)
            .filter(register -> !register.readings().isEmpty())
            .toList();
    if (registers.isEmpty() || !MeteredBy.used(content.object())) {
      return Optional.empty();
    }
    ReadingsReceived body =
        new ReadingsReceived(
            source.interchange(),
            source.message(),
            source.receivedAt(),
            MeteredBy.of(content.object()),
            content.deviceNumber().isEmpty() ? null : content.deviceNumber(),
            registers);
    return Optional.of(new OutgoingEvent(ADDRESS, content.object().id(), body));
  }

  private static Register register(ValueLine line) {
    return new Register(
        line.product(),
        line.values().stream().map(ReadingsReceived::reading).flatMap(Optional::stream).toList());
  }

  private static Optional<Reading> reading(MeteredValue value) {
    return switch (value.time()) {
      case ValueTime.Moment moment ->
          Optional.of(
              new Reading(
                  value.number().toPlainString(),
                  value.quality(),
                  moment.at(),
                  moment.readOn().orElse(null),
                  moment.readAt().orElse(null),
                  moment.changedAt().orElse(null),
                  Status.of(value.status())));
      // A register shows something at a moment only.
      case ValueTime.Span span -> Optional.empty();
      case ValueTime.Month month -> Optional.empty();
      case ValueTime.Day day -> Optional.empty();
      case ValueTime.None none -> Optional.empty();
    };
  }
}
