package org.nachbarstrom.edifact.mscons.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;

/** STS of a value as codes; what was not sent is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Status(
    List<String> plausibility,
    String substitutionMethod,
    String correctionReason,
    String substitutionReason,
    List<String> basis) {

  /** The status of a quantity; null if nothing was sent. */
  static @Nullable Status ofQuantity(ValueStatus status) {
    return present(
        new Status(
            status.plausibility(),
            status.substitutionMethod(),
            status.correctionReason(),
            status.substitutionReason(),
            status.basis()));
  }

  /** The status of a reading or an interval, which has no basis; null if nothing was sent. */
  static @Nullable Status of(ValueStatus status) {
    return present(
        new Status(
            status.plausibility(),
            status.substitutionMethod(),
            status.correctionReason(),
            status.substitutionReason(),
            List.of()));
  }

  private static @Nullable Status present(Status status) {
    boolean empty =
        status.plausibility.isEmpty()
            && status.substitutionMethod.isEmpty()
            && status.correctionReason.isEmpty()
            && status.substitutionReason.isEmpty()
            && status.basis.isEmpty();
    return empty ? null : status;
  }
}
