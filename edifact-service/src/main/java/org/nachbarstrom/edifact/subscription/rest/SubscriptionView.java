package org.nachbarstrom.edifact.subscription.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.subscription.SubscribedQuantity;
import org.nachbarstrom.edifact.subscription.Subscription;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.ObisCode;

/** A subscription with its id. */
@Schema(name = "SubscriptionWithId")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    String id,
    String partner,
    String sender,
    SubscribedQuantity quantity,
    @Nullable String community,
    List<String> accountingPoints,
    @Nullable String register,
    @Nullable String object,
    LocalDate from,
    @Nullable LocalDate to) {

  static SubscriptionView of(Subscription subscription) {
    return new SubscriptionView(
        subscription.id().value(),
        subscription.partner().value(),
        subscription.sender().value(),
        subscription.quantity(),
        subscription.community().orElse(null),
        subscription.accountingPoints().stream().map(AccountingPointId::value).toList(),
        subscription.obis().map(ObisCode::toString).orElse(null),
        subscription.objectId().map(MarketLocationId::value).orElse(null),
        subscription.valid().from(),
        subscription.valid().to());
  }
}
