package org.nachbarstrom.metering.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.Interval;

/** The period of an energy quantity or of a maximum. */
public sealed interface QuantityPeriod {
  /** Days of the German market begin at legal German midnight. */
  DeliveryCalendar MARKET = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));

  /** From its first to after its last instant. */
  Interval interval();

  /**
   * Any span.
   *
   * @param interval half-open, UTC
   */
  record Span(Interval interval) implements QuantityPeriod {}

  /**
   * A month.
   *
   * @param month local
   */
  record Month(YearMonth month) implements QuantityPeriod {
    @Override
    public Interval interval() {
      return MARKET.of(month.atDay(1), month.plusMonths(1).atDay(1));
    }
  }

  /**
   * A day.
   *
   * @param day local
   */
  record Day(LocalDate day) implements QuantityPeriod {
    @Override
    public Interval interval() {
      return MARKET.of(day);
    }
  }
}
