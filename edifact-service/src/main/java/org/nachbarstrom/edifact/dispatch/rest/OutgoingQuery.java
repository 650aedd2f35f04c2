package org.nachbarstrom.edifact.dispatch.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.dispatch.OutgoingFilter;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.rest.QueryParameter;

/** Query parameters that narrow the list. */
class OutgoingQuery {
  @QueryParam("state")
  @Parameter(schema = @Schema(implementation = OutgoingState.class))
  @Nullable String state;

  @QueryParam("channel")
  @Parameter(schema = @Schema(implementation = DeliveryChannel.class))
  @Nullable String channel;

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
        QueryParameter.oneOf("state", state, OutgoingState.class),
        QueryParameter.oneOf("channel", channel, DeliveryChannel.class),
        Optional.ofNullable(partner),
        Optional.ofNullable(object),
        Optional.ofNullable(reference),
        Optional.ofNullable(type));
  }
}
