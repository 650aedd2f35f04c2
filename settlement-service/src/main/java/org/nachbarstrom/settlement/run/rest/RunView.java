package org.nachbarstrom.settlement.run.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.run.ClosedPeriod;
import org.nachbarstrom.settlement.run.RunDetails;
import org.nachbarstrom.settlement.run.RunProblem;
import org.nachbarstrom.settlement.run.RunState;
import org.nachbarstrom.settlement.run.WaitingFor;

/**
 * A run as JSON.
 *
 * @param from first local day
 * @param to first local day after
 * @param expectedMembers absent until metering has announced the closing version
 * @param problem why it stopped, or why clearing refused it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
    UUID id,
    UUID closing,
    int version,
    String community,
    LocalDate from,
    LocalDate to,
    RunState state,
    @Nullable Integer expectedMembers,
    int collectedMembers,
    List<WaitingView> waitingFor,
    @Nullable RunProblem problem,
    @Nullable UUID batch,
    @Nullable Long sequence,
    @Nullable ClearingFacts clearing) {

  /** One thing that is missing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WaitingView(
      WaitingFor.Code code, @Nullable String accountingPoint, @Nullable LocalDate day) {
    static WaitingView of(WaitingFor what) {
      return new WaitingView(
          what.code(),
          what.accountingPoint().map(AccountingPointId::value).orElse(null),
          what.day().orElse(null));
    }
  }

  static RunView of(RunDetails details) {
    var closing = details.run().closing();
    return new RunView(
        details.run().id(),
        closing.id(),
        closing.version(),
        closing.community(),
        closing.from(),
        closing.to(),
        details.state(),
        details.run().announced().map(ClosedPeriod::members).orElse(null),
        details.run().collected(),
        details.waitingFor().stream().map(WaitingView::of).toList(),
        details.problem().orElse(null),
        details.batch().orElse(null),
        details.sequence().orElse(null),
        details.clearing().orElse(null));
  }
}
