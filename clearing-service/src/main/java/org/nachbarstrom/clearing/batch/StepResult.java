package org.nachbarstrom.clearing.batch;

import java.time.Instant;

/** How a background step for one tenant ended. */
public sealed interface StepResult {
  /** Something was done and there may be more. */
  record More() implements StepResult {}

  /** There is nothing to do until new work is announced. */
  record Idle() implements StepResult {}

  /**
   * It could not be done and is tried again.
   *
   * @param until not before, UTC
   */
  record Postponed(Instant until) implements StepResult {}
}
