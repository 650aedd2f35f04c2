package org.nachbarstrom.settlement.run;

import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.settlement.booking.ClosingVersion;

/**
 * The work on one version of a closing.
 *
 * @param collected how many members have a cost
 * @param announced what metering said it comprises, once that is known
 */
public record Run(
    UUID id,
    ClosingVersion closing,
    RunStage stage,
    int collected,
    Optional<ClosedPeriod> announced) {
  /** Whether as many costs are there as announced. */
  public boolean isComplete() {
    return announced.filter(period -> collected >= period.members()).isPresent();
  }
}
