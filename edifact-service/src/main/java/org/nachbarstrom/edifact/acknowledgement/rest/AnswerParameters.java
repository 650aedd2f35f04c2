package org.nachbarstrom.edifact.acknowledgement.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Filter;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.support.rest.QueryParameter;

/** What answers are searched by. */
final class AnswerParameters {
  @Parameter(description = "OPEN, OVERDUE or SETTLED")
  @QueryParam("state")
  @Nullable String state;

  @Parameter(description = "13-digit code of the partner")
  @QueryParam("partner")
  @Nullable String partner;

  Filter filter() {
    return new Filter(
        QueryParameter.oneOf("state", state, AnswerState.class), Optional.ofNullable(partner));
  }
}
