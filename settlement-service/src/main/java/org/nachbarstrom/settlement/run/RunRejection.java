package org.nachbarstrom.settlement.run;

import org.nachbarstrom.support.problem.Rejection;

/** Refusals about runs and the events they are made of. */
public enum RunRejection implements Rejection {
  /** No run of the tenant has this id. */
  RUN_UNKNOWN("SETTLEMENT-0021", 404, "run-unknown", "There is no such run."),
  /** The collected costs are not those that the closing announced; the run stops. */
  CONTROL_TOTAL_MISMATCH(
      "SETTLEMENT-0022", 422, "control-total-mismatch", "The control totals do not agree."),
  /** An account would have given more energy than it got; the run stops. */
  ENERGY_OVERDRAWN(
      "SETTLEMENT-0023", 422, "energy-overdrawn", "An account would give more than it got."),
  /** A closing version came again with another content. */
  CLOSING_CONTRADICTS(
      "SETTLEMENT-0024", 409, "closing-contradicts", "A closing version has two contents."),
  /** The cost of a member came again with another content. */
  COST_CONTRADICTS(
      "SETTLEMENT-0025", 409, "cost-contradicts", "A member has two costs in one version."),
  /** A cost arrived for a run that is complete without it. */
  COST_UNEXPECTED(
      "SETTLEMENT-0026", 409, "cost-unexpected", "A complete run got the cost of one more member."),
  /** A query parameter has not the form of its kind. */
  MALFORMED_PARAMETER(
      "SETTLEMENT-0027", 400, "malformed-parameter", "A parameter has not the form of its kind.");

  private final Entry entry;

  RunRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
