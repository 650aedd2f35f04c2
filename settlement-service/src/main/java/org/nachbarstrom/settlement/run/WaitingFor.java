package org.nachbarstrom.settlement.run;

import java.time.LocalDate;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * What a run waits for.
 *
 * @param accountingPoint concerned point, if it is about one
 * @param day first local day concerned, if it is about one
 */
public record WaitingFor(
    Code code, Optional<AccountingPointId> accountingPoint, Optional<LocalDate> day) {
  /** Kinds of missing things. */
  public enum Code {
    /** Nobody pays for the point on the day. */
    NO_PAYER,
    /** Another party pays from the day on; close the period in two parts, split at the day. */
    PAYER_CHANGES_WITHIN_PERIOD,
    /** An earlier batch of the closing is sent, but clearing has not answered yet. */
    EARLIER_BATCH_NOT_CLEARED
  }

  /** Waits for clearing's answer. */
  public static WaitingFor earlierBatch() {
    return new WaitingFor(Code.EARLIER_BATCH_NOT_CLEARED, Optional.empty(), Optional.empty());
  }

  /** Waits for a payer. */
  public static WaitingFor of(Code code, AccountingPointId point, LocalDate day) {
    return new WaitingFor(code, Optional.of(point), Optional.of(day));
  }
}
