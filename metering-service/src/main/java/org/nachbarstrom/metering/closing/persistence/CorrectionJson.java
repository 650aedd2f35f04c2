package org.nachbarstrom.metering.closing.persistence;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.ControlTotals;
import org.nachbarstrom.metering.closing.Correction;

/** A correction that is held, as a JSON column. */
final class CorrectionJson {
  private CorrectionJson() {}

  static @Nullable JsonObject write(@Nullable Correction correction) {
    if (correction == null) {
      return null;
    }
    ControlTotals totals = correction.totals();
    return new JsonObject()
        .put("inputsSha256", correction.inputsSha256())
        .put("consumption", totals.consumption())
        .put("allocated", totals.allocated())
        .put("residual", totals.residual())
        .put("generation", totals.generation())
        .put("surplus", totals.surplus());
  }

  static @Nullable Correction read(@Nullable JsonObject object) {
    return object == null
        ? null
        : new Correction(
            object.getString("inputsSha256"),
            new ControlTotals(
                object.getLong("consumption"),
                object.getLong("allocated"),
                object.getLong("residual"),
                object.getLong("generation"),
                object.getLong("surplus")));
  }
}
