package org.nachbarstrom.metering.reading.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.nachbarstrom.metering.reading.Cancellation;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.QuantityDelivery;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.support.problem.ProblemException;

/** Makes documents of events, or refuses them with a {@link ProblemException}. */
final class DocumentReader {
  private static final Pattern READING = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern QUANTITY = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private DocumentReader() {}

  static ReadingDelivery read(ReadingsReceived body) {
    Head.requirePresent(body.registers());
    List<Reading> readings = new ArrayList<>();
    for (ReadingsReceived.Register register : body.registers()) {
      Head.requirePresent(register.obis(), register.readings());
      ObisCode obis = obis(register.obis());
      register.readings().forEach(value -> readings.add(reading(obis, value)));
    }
    return new ReadingDelivery(
        Head.source(body.interchange(), body.message(), body.receivedAt()),
        Head.object(body.object()),
        Objects.requireNonNullElse(body.deviceNumber(), ""),
        readings);
  }

  private static Reading reading(ObisCode obis, ReadingsReceived.Value value) {
    Head.requirePresent(value.value(), value.quality(), value.at());
    try {
      return new Reading(
          obis,
          number(READING, value.value()),
          value.quality(),
          sane(value.at()),
          value.readOn(),
          value.readAt(),
          value.changedAt(),
          Head.status(value.status()));
    } catch (IllegalArgumentException unreadable) {
      throw refused(obis, unreadable);
    }
  }

  static QuantityDelivery read(EnergyQuantitiesReceived body) {
    Head.requirePresent(body.purpose(), body.registers());
    List<EnergyQuantity> quantities = new ArrayList<>();
    for (EnergyQuantitiesReceived.Register register : body.registers()) {
      Head.requirePresent(register.obis(), register.quantities());
      ObisCode obis = obis(register.obis());
      register.quantities().forEach(value -> quantities.add(quantity(obis, value)));
    }
    return new QuantityDelivery(
        Head.source(body.interchange(), body.message(), body.receivedAt()),
        Head.object(body.object()),
        body.purpose(),
        quantities);
  }

  private static EnergyQuantity quantity(ObisCode obis, EnergyQuantitiesReceived.Value value) {
    Head.requirePresent(value.value(), value.quality());
    try {
      QuantityPeriod period = period(value);
      sane(period.interval().start());
      sane(period.interval().end());
      return new EnergyQuantity(
          obis,
          number(QUANTITY, value.value()),
          value.quality(),
          period,
          Head.status(value.status()));
    } catch (IllegalArgumentException unreadable) {
      throw refused(obis, unreadable);
    }
  }

  private static QuantityPeriod period(EnergyQuantitiesReceived.Value value) {
    List<QuantityPeriod> said = new ArrayList<>();
    if (value.start() != null && value.end() != null) {
      said.add(new QuantityPeriod.Span(new Interval(value.start(), value.end())));
    }
    if (value.month() != null) {
      said.add(new QuantityPeriod.Month(value.month()));
    }
    if (value.day() != null) {
      said.add(new QuantityPeriod.Day(value.day()));
    }
    if (said.size() != 1) {
      throw new IllegalArgumentException("a quantity has one period, not " + said.size());
    }
    return said.getFirst();
  }

  static Cancellation read(DocumentCancelled body) {
    Head.requirePresent(body.cancelledDocument());
    return new Cancellation(
        Head.source(body.interchange(), body.message(), body.receivedAt()),
        body.cancelledDocument());
  }

  private static ObisCode obis(String text) {
    return ObisCode.tryParse(text)
        .orElseThrow(() ->
            new ProblemException(
                ReadingRejection.UNREADABLE_VALUE, "'" + text + "' is no OBIS code."));
  }

  private static BigDecimal number(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no value of such a register");
    }
    return new BigDecimal(text);
  }

  private static Instant sane(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException(instant + " is before 2000 or after 2200");
    }
    return instant;
  }

  private static ProblemException refused(ObisCode obis, IllegalArgumentException reason) {
    return new ProblemException(
        ReadingRejection.UNREADABLE_VALUE, "Register " + obis + ": " + reason.getMessage() + ".");
  }
}
