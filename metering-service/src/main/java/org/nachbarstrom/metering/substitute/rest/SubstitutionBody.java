package org.nachbarstrom.metering.substitute.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.substitute.SubstituteRejection;
import org.nachbarstrom.metering.substitute.SubstitutionReason;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/** Which gaps to form values for, and why they are there. */
record SubstitutionBody(
    @Nullable String accountingPoint,
    @Nullable String direction,
    @Schema(description = "first quarter-hour, UTC") @Nullable String from,
    @Schema(description = "end, exclusive, UTC; at most 62 days later") @Nullable String to,
    @Schema(description = "code of MSCONS STS+Z40, such as Z75") @Nullable String reason) {
  private static final Duration LONGEST = Duration.ofDays(62);

  /** Reads it or refuses it with all its errors. */
  Question read() {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("/accountingPoint", accountingPoint);
    Optional<EnergyDirection> towards = input.direction("/direction", direction);
    Optional<Instant> start = quarterHour(input, "/from", from);
    Optional<Instant> end = quarterHour(input, "/to", to);
    Optional<SubstitutionReason> why = input.code("/reason", reason, SubstitutionReason.class);
    if (start.isPresent()
        && end.isPresent()
        && (!start.get().isBefore(end.get())
            || Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0)) {
      input.wrong("/to", "INVALID_PERIOD", "To is after from, by at most 62 days.");
    }
    input.refuseIfWrong(SubstituteRejection.INVALID_SUBSTITUTION);
    return new Question(
        new SeriesKey(point.orElseThrow(), towards.orElseThrow()),
        new Interval(start.orElseThrow(), end.orElseThrow()),
        why.orElseThrow());
  }

  private static Optional<Instant> quarterHour(Input input, String pointer, @Nullable String text) {
    Optional<Instant> instant = input.instant(pointer, text);
    if (instant.isPresent() && !Interval.isQuarterHour(instant.get())) {
      input.wrong(pointer, "NO_QUARTER_HOUR", "Quarter-hours begin at :00, :15, :30 and :45.");
    }
    return instant;
  }

  /** What is asked for. */
  record Question(SeriesKey key, Interval period, SubstitutionReason reason) {}
}
