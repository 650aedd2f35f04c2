package org.nachbarstrom.edifact.subscription;

import java.util.Comparator;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * From whom to whom something is sent.
 *
 * @param sender own code
 * @param partner who gets it
 */
public record Route(MarketPartnerCode sender, MarketPartnerCode partner)
    implements Comparable<Route> {
  private static final Comparator<Route> ORDER =
      Comparator.comparing(Route::sender).thenComparing(Route::partner);

  static Route of(Subscription subscription) {
    return new Route(subscription.sender(), subscription.partner());
  }

  @Override
  public int compareTo(Route other) {
    return ORDER.compare(this, other);
  }
}
