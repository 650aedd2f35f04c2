package org.nachbarstrom.metering.series.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.ValueStatus;

/** What else was said about a value, without what was not said. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StatusAnswer(
    List<String> plausibility,
    String substitutionMethod,
    String correctionReason,
    String substitutionReason) {
  static @Nullable StatusAnswer of(ValueStatus status) {
    return status.equals(ValueStatus.NONE)
        ? null
        : new StatusAnswer(
            status.plausibility(),
            status.substitutionMethod(),
            status.correctionReason(),
            status.substitutionReason());
  }
}
