package org.nachbarstrom.edifact.core.mscons.write;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;

/** Checks that the time of a reading or energy quantity can be written as it is. */
final class TimeCheck {
  private final Objections objections;

  TimeCheck(Objections objections) {
    this.objections = objections;
  }

  /** Checks the time of a value that must be of a period or, otherwise, of a moment. */
  void check(MeteredValue value, boolean ofPeriod, String product) {
    switch (value.time()) {
      case ValueTime.Span span when ofPeriod -> {
        checkMinute(span.interval().start(), product);
        checkMinute(span.interval().end(), product);
      }
      case ValueTime.Moment moment when !ofPeriod -> checkMoment(moment, product);
      case ValueTime.Span span -> wrongKind(ofPeriod, product);
      case ValueTime.Moment moment -> wrongKind(ofPeriod, product);
      case ValueTime.Month month -> wrongKind(ofPeriod, product);
      case ValueTime.Day day -> wrongKind(ofPeriod, product);
      case ValueTime.None none -> wrongKind(ofPeriod, product);
    }
  }

  private void wrongKind(boolean ofPeriod, String product) {
    String text = "a value of " + product + (ofPeriod ? " is of a period" : " is of a moment");
    objections.add(FindingCode.REQUIRED_ITEM_MISSING, Place.TIME, text);
  }

  private void checkMoment(ValueTime.Moment moment, String product) {
    if (moment.readOn().isPresent() && moment.readAt().isPresent()) {
      String text = product + " is read on a date or at an instant, not both";
      objections.add(FindingCode.REPETITION_EXCEEDED, Place.TIME, text);
    }
    checkMinute(moment.at(), product);
    moment.readAt().ifPresent(at -> checkMinute(at, product));
    moment.changedAt().ifPresent(at -> checkMinute(at, product));
  }

  private void checkMinute(Instant at, String product) {
    if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
      String text = product + " at " + at + ": times are sent by the minute";
      objections.add(FindingCode.FORMAT_VIOLATED, Place.TIME, text);
    }
  }
}
