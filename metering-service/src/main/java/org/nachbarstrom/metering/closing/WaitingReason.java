package org.nachbarstrom.metering.closing;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;

/**
 * What a closing waits for.
 *
 * @param code kind
 * @param accountingPoint whom it concerns; absent if everybody
 * @param interval when; absent if always
 * @param missing number of quarter-hours missing, 0 where that says nothing
 * @param rule code of the plausibility rule that found something; absent where none did
 */
public record WaitingReason(
    Code code,
    @Nullable AccountingPointId accountingPoint,
    @Nullable Interval interval,
    int missing,
    @Nullable String rule) {

  /** A reason that no plausibility rule has found. */
  public WaitingReason(
      Code code,
      @Nullable AccountingPointId accountingPoint,
      @Nullable Interval interval,
      int missing) {
    this(code, accountingPoint, interval, missing, null);
  }

  /** Kinds of reasons. */
  public enum Code {
    /** The community has no member on any day of the period. */
    NO_MEMBER,
    /** No key is valid on some days. */
    NO_KEY,
    /** A member is not a declared accounting point. */
    UNKNOWN_ACCOUNTING_POINT,
    /** A member's accounting point is declared with the other direction. */
    DIRECTION_DIFFERS,
    /** A member's accounting point does not exist on some days of the membership. */
    ACCOUNTING_POINT_NOT_VALID,
    /** Quarter-hours without a value that may be settled. */
    SERIES_GAP,
    /** Values of a member changed and were not checked for plausibility since. */
    CHECK_PENDING,
    /** A check found something that somebody must release first. */
    FINDING_HELD
  }

  static WaitingReason of(Code code, AccountingPointId accountingPoint) {
    return new WaitingReason(code, accountingPoint, null, 0);
  }
}
