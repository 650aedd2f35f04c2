package org.nachbarstrom.settlement.run;

import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * One side of a cost line before it is known who pays: {@code GRID} or an accounting point.
 *
 * @param value {@code GRID} or the point's id
 */
public record Endpoint(String value) {
  /** The grid side. */
  public static final Endpoint GRID = new Endpoint("GRID");

  /**
   * An endpoint.
   *
   * @throws IllegalArgumentException if it is neither {@code GRID} nor an accounting point's id
   */
  public Endpoint {
    if (!value.equals("GRID")) {
      value = new AccountingPointId(value).value();
    }
  }

  /** Whether it is the grid side. */
  public boolean isGrid() {
    return value.equals("GRID");
  }

  /** The accounting point, unless it is the grid. */
  public Optional<AccountingPointId> point() {
    return isGrid() ? Optional.empty() : Optional.of(new AccountingPointId(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
