package org.nachbarstrom.edifact.core.mscons.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;
import org.nachbarstrom.quantities.Interval;

/** Checks the times of a reading or energy quantity to write. */
final class TimeCheck {
  private static final ZoneId LOCAL = ZoneId.of("Europe/Berlin");
  private static final LocalTime GAS_DAY = LocalTime.of(6, 0);
  private static final String TRUE_VALUE = "220";

  private final Instant messageTime;
  private final MsconsKind kind;
  private final MeteredObject object;
  private final Objections objections;

  TimeCheck(Instant messageTime, MsconsKind kind, MeteredObject object, Objections objections) {
    this.messageTime = messageTime;
    this.kind = kind;
    this.object = object;
    this.objections = objections;
  }

  /** Checks the time of a value that must be of a period or, otherwise, of a moment. */
  void check(MeteredValue value, boolean ofPeriod, String product) {
    switch (value.time()) {
      case ValueTime.Span span when ofPeriod -> checkPeriod(span.interval(), product);
      case ValueTime.Moment moment when !ofPeriod -> checkMoment(moment, value.code(), product);
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

  private void checkPeriod(Interval period, String product) {
    checkBoundary(period.start(), product);
    checkBoundary(period.end(), product);
  }

  private void checkBoundary(Instant at, String product) {
    // Corrections of metering points and configurations may begin and end at any minute.
    boolean days =
        kind != MsconsKind.ENERGY_QUANTITY || object.kind() == MeteredObject.Kind.MARKET_LOCATION;
    if (days) {
      checkDayBegin(at, product);
    }
    checkKnown(at, product);
  }

  private void checkMoment(ValueTime.Moment moment, String code, String product) {
    checkDayBegin(moment.at(), product);
    checkKnown(moment.at(), product);
    boolean read = moment.readOn().isPresent() || moment.readAt().isPresent();
    if (moment.readOn().isPresent() && moment.readAt().isPresent()) {
      add(FindingCode.REPETITION_EXCEEDED, product + " is read on a date or at an instant");
    }
    boolean readable = code.equals(TRUE_VALUE) && object.kind() != MeteredObject.Kind.CONFIGURATION;
    if (read && (!readable || moment.changedAt().isPresent())) {
      String text = "only a true reading of a meter that was not changed has a date of reading";
      add(FindingCode.ITEM_NOT_ALLOWED, text + ", not " + product);
    }
    moment.readOn().ifPresent(day -> checkReadOn(day, moment.at(), product));
    moment.readAt().ifPresent(at -> checkNear(at, moment.at(), product));
    moment.changedAt().ifPresent(at -> checkNear(at, moment.at(), product));
  }

  private void checkReadOn(LocalDate day, Instant at, String product) {
    LocalDate used = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (Math.abs(ChronoUnit.DAYS.between(used, day)) > 1) {
      add(FindingCode.TIME_IMPLAUSIBLE, product + " is read on " + day + " and used at " + at);
    }
    if (day.isAfter(LocalDate.ofInstant(messageTime, ZoneOffset.UTC))) {
      add(FindingCode.TIME_IMPLAUSIBLE, product + " is read on " + day + ", after the message");
    }
  }

  /** Less than one local day apart: 23 or 25 hours where the clock changes between. */
  private void checkNear(Instant at, Instant used, String product) {
    checkKnown(at, product);
    LocalDateTime earlier = LocalDateTime.ofInstant(at.isBefore(used) ? at : used, LOCAL);
    LocalDateTime later = LocalDateTime.ofInstant(at.isBefore(used) ? used : at, LOCAL);
    if (!later.isBefore(earlier.plusDays(1))) {
      String text = product + " is read or changed at " + at + " and used at " + used;
      add(FindingCode.TIME_IMPLAUSIBLE, text + ", a day or more apart");
    }
  }

  private void checkDayBegin(Instant at, String product) {
    boolean gas = kind == MsconsKind.GAS_READINGS;
    LocalTime begin = gas ? GAS_DAY : LocalTime.MIDNIGHT;
    if (!at.atZone(LOCAL).toLocalTime().equals(begin)) {
      String text = product + " at " + at + ": a day begins at " + begin + " local time";
      add(FindingCode.FORMAT_VIOLATED, text);
    }
  }

  private void checkKnown(Instant at, String product) {
    if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
      add(FindingCode.FORMAT_VIOLATED, product + " at " + at + ": times are sent by the minute");
    }
    if (at.isAfter(messageTime)) {
      String text = product + " at " + at + " cannot be known at the message time " + messageTime;
      add(FindingCode.TIME_IMPLAUSIBLE, text);
    }
  }

  private void add(FindingCode code, String text) {
    objections.add(code, Place.TIME, text);
  }
}
