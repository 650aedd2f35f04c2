package org.nachbarstrom.edifact.subscription.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.subscription.SubscribedQuantity;
import org.nachbarstrom.edifact.subscription.Subscription;
import org.nachbarstrom.edifact.subscription.SubscriptionId;
import org.nachbarstrom.edifact.subscription.SubscriptionRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * What a partner gets, as it is sent and shown.
 *
 * @param partner code of who gets it
 * @param sender own code under which it is sent
 * @param community of all its members; or name accountingPoints
 * @param accountingPoints of these; or name a community
 * @param register OBIS code; absent: 1-1:1.9.0 for consumers, 1-1:2.9.0 for producers
 * @param object market location under which it is reported; absent: the accounting point
 * @param from first local day
 * @param to first local day after; absent: no end
 */
@Schema(name = "Subscription")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionRequest(
    @NotNull @Size(max = 13) String partner,
    @NotNull @Size(max = 13) String sender,
    @NotNull SubscribedQuantity quantity,
    @Size(min = 1, max = 64) @Nullable String community,
    @Size(max = 10_000) @Nullable List<@NotNull @Size(max = 33) String> accountingPoints,
    @Size(max = 24) @Nullable String register,
    @Size(max = 11) @Nullable String object,
    @NotNull LocalDate from,
    @Nullable LocalDate to) {

  /**
   * The subscription in domain terms.
   *
   * @throws ProblemException {@link SubscriptionRejection#SUBSCRIPTION_INVALID}
   */
  Subscription toSubscription(SubscriptionId id) {
    try {
      TreeSet<AccountingPointId> points = new TreeSet<>();
      for (String point : accountingPoints == null ? List.<String>of() : accountingPoints) {
        points.add(new AccountingPointId(point));
      }
      return new Subscription(
          id,
          new MarketPartnerCode(partner),
          new MarketPartnerCode(sender),
          quantity,
          Optional.ofNullable(community),
          points,
          Optional.ofNullable(register).map(ObisCode::parse),
          Optional.ofNullable(object).map(MarketLocationId::new),
          new DateRange(from, to));
    } catch (IllegalArgumentException invalid) {
      throw new ProblemException(
          SubscriptionRejection.SUBSCRIPTION_INVALID, String.valueOf(invalid.getMessage()));
    }
  }
}
