package org.nachbarstrom.metering.reading.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.ValueStatus;

/** Parts that answers about readings and quantities have in common. */
final class DocumentAnswer {
  private DocumentAnswer() {}

  /** What a value belongs to. */
  record ObjectAnswer(MeteredObject.Kind kind, String id) {
    static ObjectAnswer of(MeteredObject object) {
      return new ObjectAnswer(object.kind(), object.id());
    }
  }

  /** The document a value came in. */
  record SourceAnswer(
      String sender, String documentNumber, Instant messageTime, Instant receivedAt) {
    static SourceAnswer of(SourceDocument source) {
      return new SourceAnswer(
          source.sender(),
          source.number(),
          source.origin().messageTime(),
          source.origin().receivedAt());
    }
  }

  /** What else was said about a value, without what was not said. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ValueStatusAnswer(
      List<String> plausibility,
      String substitutionMethod,
      String correctionReason,
      String substitutionReason,
      List<String> basis) {
    static @Nullable ValueStatusAnswer of(ValueStatus status) {
      return status.equals(ValueStatus.NONE)
          ? null
          : new ValueStatusAnswer(
              status.plausibility(),
              status.substitutionMethod(),
              status.correctionReason(),
              status.substitutionReason(),
              status.basis());
    }
  }
}
