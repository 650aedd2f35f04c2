package org.nachbarstrom.settlement.run;

/**
 * Why a run has stopped without booking, or why what it booked was refused.
 *
 * @param code {@code CONTROL_TOTAL_MISMATCH}, {@code ENERGY_OVERDRAWN} or a code of clearing
 * @param detail sentence with the numbers
 */
public record RunProblem(String code, String detail) {
  /** The run stops for this reason. */
  public static RunProblem of(RunRejection reason, String detail) {
    return new RunProblem(reason.name(), detail);
  }
}
