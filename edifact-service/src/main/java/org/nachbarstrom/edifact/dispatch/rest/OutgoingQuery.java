package org.nachbarstrom.edifact.dispatch.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.dispatch.OutgoingFilter;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.partner.DeliveryChannel;

/** Query parameters that narrow the list. */
class OutgoingQuery {
  @QueryParam("state")
  @Nullable OutgoingState state;

  @QueryParam("channel")
  @Nullable DeliveryChannel channel;

  @QueryParam("partner")
  @Parameter(description = "Code of the recipient")
  @Nullable String partner;

  @QueryParam("object")
  @Parameter(description = "Market location or metering point of one of its messages")
  @Nullable String object;

  @QueryParam("reference")
  @Parameter(description = "UNB 0020")
  @Nullable String reference;

  @QueryParam("type")
  @Parameter(description = "MSCONS, CONTRL or APERAK")
  @Nullable String type;

  OutgoingFilter toFilter() {
    return new OutgoingFilter(
        Optional.ofNullable(state),
        Optional.ofNullable(channel),
        Optional.ofNullable(partner),
        Optional.ofNullable(object),
        Optional.ofNullable(reference),
        Optional.ofNullable(type));
  }
}
