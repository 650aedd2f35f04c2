package org.nachbarstrom.pricing.tariff;

import java.math.BigDecimal;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;

/**
 * A dated net price.
 *
 * @param kind what it is asked for
 * @param price net, in the unit of the kind; may be negative
 * @param vat value added tax on it in per cent, 0 to 100
 * @param valid local days on which it holds
 */
public record PriceComponent(ComponentKind kind, Price price, Price vat, DateRange valid) {
  private static final BigDecimal MOST_VAT = BigDecimal.valueOf(100);

  /**
   * A component.
   *
   * @throws IllegalArgumentException if a unit is not the one of the kind or the rate is out of
   *     range
   */
  public PriceComponent {
    if (price.unit() != kind.unit()) {
      throw new IllegalArgumentException("a price of " + kind + " is in " + kind.unit());
    }
    if (vat.unit() != PriceUnit.PERCENT
        || vat.amount().signum() < 0
        || vat.amount().compareTo(MOST_VAT) > 0) {
      throw new IllegalArgumentException("a VAT rate is 0 to 100 per cent: " + vat);
    }
  }

  /** Whether it asks the same on every day it holds as the other. */
  public boolean samePrice(PriceComponent other) {
    return kind == other.kind && price.equals(other.price) && vat.equals(other.vat);
  }
}
