package org.nachbarstrom.pricing.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;

/**
 * A line item as it is written: in events, answers and rows.
 *
 * @param line position from 1 on
 * @param component what it is about
 * @param tariff where the price is from; empty if no tariff was asked
 * @param from first local day
 * @param to first local day after
 * @param debit accounting point or GRID; gets the energy, owes the money
 * @param credit accounting point or GRID; gives the energy, is owed the money
 * @param quantity exact decimal
 * @param unit KWH, DAY or EUR
 * @param price exact decimal
 * @param priceUnit CT_PER_KWH, EUR_PER_DAY or PERCENT
 * @param amountMicroEuro net amount in 10⁻⁶ EUR; negative for a negative price
 * @param energyMilliWattHours energy moved in 10⁻⁶ kWh, at least 0
 */
public record LineDocument(
    int line,
    Component component,
    String tariff,
    LocalDate from,
    LocalDate to,
    String debit,
    String credit,
    String quantity,
    LineItem.Unit unit,
    String price,
    PriceUnit priceUnit,
    long amountMicroEuro,
    long energyMilliWattHours) {

  /** Writes an item. */
  public static LineDocument of(int number, LineItem item) {
    return new LineDocument(
        number,
        item.component(),
        item.tariff(),
        item.days().from(),
        item.days().end().orElseThrow(),
        item.flow().debit(),
        item.flow().credit(),
        item.quantity().amount().toPlainString(),
        item.quantity().unit(),
        item.price().amount().toPlainString(),
        item.price().unit(),
        item.amount().microEuro(),
        item.energy().milliWattHours());
  }

  /** Reads the item back. */
  public LineItem toItem() {
    return new LineItem(
        component,
        tariff,
        new DateRange(from, to),
        new LineItem.Flow(debit, credit),
        new LineItem.Quantity(new BigDecimal(quantity), unit),
        new Price(new BigDecimal(price), priceUnit),
        Money.ofMicroEuro(amountMicroEuro),
        Energy.ofMilliWattHours(energyMilliWattHours));
  }
}
