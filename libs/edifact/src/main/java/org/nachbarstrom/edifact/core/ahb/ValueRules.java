package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.edifact.core.mig.NumberText;
import org.nachbarstrom.edifact.core.syntax.Segment;

/** Finds what remains to be checked of a value whose codes are right. */
final class ValueRules {
  /** A segment of the value and its place in the profile. */
  record Taken(SegmentUse use, Segment segment) {}

  private static final int MOST_DECIMALS = 6;
  private static final int NONE = -1;

  private final Facts facts;

  /** Rules of statuses that hang on nothing but the number. */
  private final Map<Status, Optional<ValueRule>> unconditional = new HashMap<>();

  ValueRules(Facts facts) {
    this.facts = facts;
  }

  /** The rule, or nothing if more than number and times decides. */
  Optional<ValueRule> of(List<Taken> taken) {
    Optional<ValueRule> number = Optional.empty();
    List<Status> times = new ArrayList<>();
    for (Taken each : taken) {
      if (each.use().tag().equals("QTY")) {
        number = number(each.use(), each.segment());
      } else if (each.use().tag().equals("DTM")) {
        Status status = timeStatus(each.use());
        if (!each.segment().text(1, 3).equals("303") || !simple(status)) {
          return Optional.empty();
        }
        times.add(status);
      }
    }
    return number.flatMap(shape -> withTimes(shape, times));
  }

  /** Nothing if the times of the value have different rules. */
  private Optional<ValueRule> withTimes(ValueRule shape, List<Status> times) {
    int utc = count(times, "931");
    int limited = count(times, "495");
    boolean agree = allOrNone(utc, times.size()) && allOrNone(limited, times.size());
    boolean bounded = limited > 0 && facts.messageTime.isInstant();
    long latest = bounded ? facts.messageTime.epochSecond() : Long.MAX_VALUE;
    return agree
        ? Optional.of(new ValueRule(shape.maxDecimals(), shape.negative(), utc > 0, latest))
        : Optional.empty();
  }

  private static int count(List<Status> statuses, String number) {
    int count = 0;
    for (Status status : statuses) {
      count += names(status, number) ? 1 : 0;
    }
    return count;
  }

  private static boolean allOrNone(int some, int all) {
    return some == 0 || some == all;
  }

  private static Status timeStatus(SegmentUse use) {
    for (ElementUse element : use.elements()) {
      if (element.isTime()) {
        return element.status();
      }
    }
    return use.status();
  }

  /** Whether it only wants offset +00 and a time not after the message. */
  private static boolean simple(Status status) {
    for (Term term : status.terms()) {
      boolean known = term.number().equals("931") || term.number().equals("495");
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean names(Status status, String number) {
    for (Term term : status.terms()) {
      if (term.number().equals(number)) {
        return true;
      }
    }
    return false;
  }

  private Optional<ValueRule> number(SegmentUse use, Segment segment) {
    for (ElementUse element : use.elements()) {
      if (element.isNumber()) {
        Status status = element.status();
        if (!status.unconditional()) {
          facts.judge(segment, element);
          return tried(status);
        }
        return unconditional.computeIfAbsent(status, this::tried);
      }
    }
    return Optional.empty();
  }

  /** Tries numbers of every shape: the rule is a largest number of decimals for either sign. */
  private Optional<ValueRule> tried(Status status) {
    if (names(status, "917")) {
      return Optional.empty();
    }
    int positive = mostDecimals(status, false);
    int negative = mostDecimals(status, true);
    boolean either = negative == positive;
    if (positive == NONE || (!either && negative != NONE)) {
      return Optional.empty();
    }
    int most = positive == MOST_DECIMALS ? Integer.MAX_VALUE : positive;
    return Optional.of(new ValueRule(most, either, false, Long.MAX_VALUE));
  }

  private int mostDecimals(Status status, boolean negative) {
    int most = NONE;
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      facts.number = new NumberText(negative, 1, decimals);
      if (status.allowed(facts) != Verdict.FALSE) {
        most = decimals;
      }
    }
    return most;
  }
}
