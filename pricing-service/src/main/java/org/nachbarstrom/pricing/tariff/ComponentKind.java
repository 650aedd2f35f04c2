package org.nachbarstrom.pricing.tariff;

import org.nachbarstrom.quantities.PriceUnit;

/** What a price is asked for. */
public enum ComponentKind {
  /** A fixed sum per delivery day of a member, paid to the grid side; may be absent. */
  BASE_FEE(PriceUnit.EUR_PER_DAY),
  /** Energy that a consumer gets from the grid side. */
  RESIDUAL_ENERGY(PriceUnit.CT_PER_KWH),
  /** Energy that a consumer gets from this producer. */
  SHARED_ENERGY(PriceUnit.CT_PER_KWH),
  /** Energy of this producer that nobody in the community used, paid by the grid side. */
  SURPLUS_ENERGY(PriceUnit.CT_PER_KWH);

  private final PriceUnit unit;

  ComponentKind(PriceUnit unit) {
    this.unit = unit;
  }

  /** What prices of this kind are counted in. */
  public PriceUnit unit() {
    return unit;
  }
}
