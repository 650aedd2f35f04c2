package org.nachbarstrom.edifact.interchange.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.InterchangeSearch;
import org.nachbarstrom.edifact.interchange.InterchangeSearch.ReceivedBetween;
import org.nachbarstrom.edifact.interchange.InterchangeState;
import org.nachbarstrom.edifact.interchange.MessageSearch;
import org.nachbarstrom.support.rest.QueryParameter;

/** What interchanges are searched by. */
final class SearchParameters {
  @Parameter(description = "UNB 0020")
  @QueryParam("reference")
  @Nullable String reference;

  @Parameter(description = "UNB 0004, 13-digit code of the partner")
  @QueryParam("sender")
  @Nullable String sender;

  @Parameter(description = "ACCEPTED, PARTLY_ACCEPTED or REJECTED")
  @QueryParam("state")
  @Nullable String state;

  @Parameter(description = "first instant of receipt, UTC")
  @QueryParam("receivedFrom")
  @Nullable String receivedFrom;

  @Parameter(description = "end of receipt, exclusive, UTC")
  @QueryParam("receivedTo")
  @Nullable String receivedTo;

  @Parameter(description = "LOC+172 of one of its messages")
  @QueryParam("location")
  @Nullable String location;

  @Parameter(description = "BGM 1004 of one of its messages")
  @QueryParam("documentNumber")
  @Nullable String documentNumber;

  @Parameter(description = "Prüfidentifikator of one of its messages")
  @QueryParam("checkIdentifier")
  @Nullable String checkIdentifier;

  InterchangeSearch search() {
    return new InterchangeSearch(
        Optional.ofNullable(reference),
        Optional.ofNullable(sender),
        QueryParameter.oneOf("state", state, InterchangeState.class),
        new ReceivedBetween(
            QueryParameter.read("receivedFrom", receivedFrom, Instant::parse),
            QueryParameter.read("receivedTo", receivedTo, Instant::parse)),
        new MessageSearch(
            Optional.ofNullable(location),
            Optional.ofNullable(documentNumber),
            Optional.ofNullable(checkIdentifier),
            Optional.empty()));
  }
}
