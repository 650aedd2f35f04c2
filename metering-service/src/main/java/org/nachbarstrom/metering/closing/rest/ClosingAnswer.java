package org.nachbarstrom.metering.closing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.metering.closing.ClosingStage;
import org.nachbarstrom.metering.closing.ClosingState;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.ControlTotals;
import org.nachbarstrom.metering.closing.Correction;
import org.nachbarstrom.metering.closing.WaitingReason;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/** A closing, with its newest version once there is one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClosingAnswer(
    UUID id,
    String community,
    LocalDate from,
    LocalDate to,
    ClosingState state,
    ClosingStage stage,
    int version,
    Instant requestedAt,
    List<Reason> waitingFor,
    @Nullable Queue queued,
    @Nullable Held held,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Instant recordedAt,
    @Nullable Boolean provisional,
    @Nullable String inputsSha256,
    @Nullable Totals controlTotals,
    @Nullable List<Member> members,
    @Nullable List<Exchange> exchanges) {

  static ClosingAnswer of(Closing closing) {
    return of(closing, Optional.empty(), Optional.empty());
  }

  static ClosingAnswer of(
      Closing closing, Optional<ClosingJobs.Queued> queued, Optional<ClosingVersion> version) {
    return new ClosingAnswer(
        closing.id(),
        closing.community(),
        closing.period().from(),
        closing.period().end().orElseThrow(),
        closing.state(),
        closing.stage(),
        closing.version(),
        closing.requestedAt(),
        closing.waitingFor().stream().map(Reason::of).toList(),
        queued.map(Queue::of).orElse(null),
        Optional.ofNullable(closing.held()).map(Held::of).orElse(null),
        version.map(known -> known.interval().start()).orElse(null),
        version.map(known -> known.interval().end()).orElse(null),
        version.map(ClosingVersion::recordedAt).orElse(null),
        version.map(ClosingVersion::provisional).orElse(null),
        version.map(ClosingVersion::inputsSha256).orElse(null),
        version.map(known -> Totals.of(known.totals())).orElse(null),
        version.map(known -> known.members().stream().map(Member::of).toList()).orElse(null),
        version.map(known -> known.exchanges().stream().map(Exchange::of).toList()).orElse(null));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(
      WaitingReason.Code code,
      @Nullable String accountingPoint,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Integer missing,
      @Nullable String rule) {
    static Reason of(WaitingReason reason) {
      Optional<Interval> interval = Optional.ofNullable(reason.interval());
      return new Reason(
          reason.code(),
          Optional.ofNullable(reason.accountingPoint()).map(AccountingPointId::value).orElse(null),
          interval.map(Interval::start).orElse(null),
          interval.map(Interval::end).orElse(null),
          reason.missing() == 0 ? null : reason.missing(),
          reason.rule());
    }
  }

  /** Why and since when it is to be computed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Queue(
      Instant since,
      Instant lastCauseAt,
      ClosingJobs.Cause cause,
      long causes,
      Instant dueAt,
      int attempts,
      @Nullable String lastError) {
    static Queue of(ClosingJobs.Queued queued) {
      return new Queue(
          queued.since(),
          queued.lastCauseAt(),
          queued.cause(),
          queued.causes(),
          queued.dueAt(),
          queued.attempts(),
          queued.lastError());
    }
  }

  record Held(String inputsSha256, Totals controlTotals) {
    static Held of(Correction correction) {
      return new Held(correction.inputsSha256(), Totals.of(correction.totals()));
    }
  }

  record Totals(
      long consumptionMilliWattHours,
      long allocatedMilliWattHours,
      long residualMilliWattHours,
      long generationMilliWattHours,
      long surplusMilliWattHours) {
    static Totals of(ControlTotals totals) {
      return new Totals(
          totals.consumption(),
          totals.allocated(),
          totals.residual(),
          totals.generation(),
          totals.surplus());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Member(
      String accountingPoint,
      EnergyDirection direction,
      @Nullable Long consumptionMilliWattHours,
      @Nullable Long allocatedMilliWattHours,
      @Nullable Long residualMilliWattHours,
      @Nullable Long generationMilliWattHours,
      @Nullable Long sharedMilliWattHours,
      @Nullable Long surplusMilliWattHours) {
    static Member of(ClosingVersion.MemberTotal total) {
      String point = total.accountingPoint().value();
      return switch (total.direction()) {
        case CONSUMPTION ->
            new Member(
                point,
                total.direction(),
                total.metered(),
                total.shared(),
                total.rest(),
                null,
                null,
                null);
        case GENERATION ->
            new Member(
                point,
                total.direction(),
                null,
                null,
                null,
                total.metered(),
                total.shared(),
                total.rest());
      };
    }
  }

  record Exchange(String consumer, String producer, long quantityMilliWattHours) {
    static Exchange of(ClosingVersion.Exchange exchange) {
      return new Exchange(
          exchange.consumer().value(), exchange.producer().value(), exchange.milliWattHours());
    }
  }
}
