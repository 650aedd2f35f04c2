package org.nachbarstrom.pricing.tariff.rest;

import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.pricing.tariff.TariffRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.ProblemException;

/** Ids in paths. */
public final class Ids {
  private Ids() {}

  /**
   * A tariff id.
   *
   * @throws ProblemException {@link TariffRejection#MALFORMED_ID}
   */
  public static TariffId tariff(String text) {
    try {
      return new TariffId(text);
    } catch (IllegalArgumentException malformed) {
      throw refused(malformed);
    }
  }

  /**
   * An accounting point id.
   *
   * @throws ProblemException {@link TariffRejection#MALFORMED_ID}
   */
  public static AccountingPointId point(String text) {
    try {
      return new AccountingPointId(text);
    } catch (IllegalArgumentException malformed) {
      throw refused(malformed);
    }
  }

  private static ProblemException refused(IllegalArgumentException malformed) {
    return new ProblemException(
        TariffRejection.MALFORMED_ID, String.valueOf(malformed.getMessage()));
  }
}
