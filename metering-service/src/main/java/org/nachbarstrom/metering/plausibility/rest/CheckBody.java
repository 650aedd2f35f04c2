package org.nachbarstrom.metering.plausibility.rest;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.plausibility.PlausibilityRejection;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

/** Which series on which local days. */
record CheckBody(
    @Nullable String accountingPoint,
    @Nullable String direction,
    @Schema(description = "first local day") @Nullable String from,
    @Schema(description = "end, exclusive; at most 62 days later") @Nullable String to) {
  private static final int MOST_DAYS = 62;

  /** Reads it or refuses it with all its errors. */
  Question read() {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("/accountingPoint", accountingPoint);
    Optional<EnergyDirection> towards = input.direction("/direction", direction);
    input.required("/to", to);
    Optional<DateRange> days = input.range("", from, to);
    if (days.isPresent()
        && days.get().end().isPresent()
        && ChronoUnit.DAYS.between(days.get().from(), days.get().end().get()) > MOST_DAYS) {
      input.wrong("/to", "TOO_LONG", "At most " + MOST_DAYS + " days are checked at once.");
    }
    input.refuseIfWrong(PlausibilityRejection.INVALID_CHECK);
    return new Question(
        new SeriesKey(point.orElseThrow(), towards.orElseThrow()), days.orElseThrow());
  }

  /** What is asked for. */
  record Question(SeriesKey key, DateRange days) {}
}
