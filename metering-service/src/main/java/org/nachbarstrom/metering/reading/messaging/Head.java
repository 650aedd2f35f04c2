package org.nachbarstrom.metering.reading.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** What the events about documents have in common. */
final class Head {
  private Head() {}

  record Interchange(String sender, String reference) {}

  record Message(String reference, String documentNumber, Instant messageTime) {}

  record Metered(MeteredObject.Kind kind, String id) {}

  record Status(
      @Nullable List<String> plausibility,
      @Nullable String substitutionMethod,
      @Nullable String correctionReason,
      @Nullable String substitutionReason,
      @Nullable List<String> basis) {}

  static SourceDocument source(Interchange interchange, Message message, Instant receivedAt) {
    requirePresent(interchange, message, receivedAt);
    requirePresent(interchange.sender(), interchange.reference());
    requirePresent(message.reference(), message.documentNumber(), message.messageTime());
    String reference =
        String.join("/", interchange.sender(), interchange.reference(), message.reference());
    return new SourceDocument(
        interchange.sender(),
        message.documentNumber(),
        new Origin(message.messageTime(), receivedAt, reference));
  }

  static MeteredObject object(Metered object) {
    requirePresent(object);
    requirePresent(object.kind(), object.id());
    try {
      return new MeteredObject(object.kind(), object.id());
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(
          ReadingRejection.UNREADABLE_OBJECT, String.valueOf(unreadable.getMessage()));
    }
  }

  static ValueStatus status(@Nullable Status status) {
    if (status == null) {
      return ValueStatus.NONE;
    }
    return new ValueStatus(
        Objects.requireNonNullElse(status.plausibility(), List.of()),
        Objects.requireNonNullElse(status.substitutionMethod(), ""),
        Objects.requireNonNullElse(status.correctionReason(), ""),
        Objects.requireNonNullElse(status.substitutionReason(), ""),
        Objects.requireNonNullElse(status.basis(), List.of()));
  }

  /** JSON leaves absent members null, whatever the record says. */
  static void requirePresent(@Nullable Object... members) {
    if (!Stream.of(members).allMatch(Objects::nonNull)) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, "A required member is missing or null.");
    }
  }
}
