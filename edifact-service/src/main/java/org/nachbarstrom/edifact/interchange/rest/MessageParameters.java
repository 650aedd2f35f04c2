package org.nachbarstrom.edifact.interchange.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.MessageSearch;
import org.nachbarstrom.support.rest.QueryParameter;

/** What messages are searched by. */
final class MessageParameters {
  @Parameter(description = "LOC+172 as sent")
  @QueryParam("location")
  @Nullable String location;

  @Parameter(description = "BGM 1004")
  @QueryParam("documentNumber")
  @Nullable String documentNumber;

  @Parameter(description = "Prüfidentifikator")
  @QueryParam("checkIdentifier")
  @Nullable String checkIdentifier;

  @Parameter(description = "ACCEPTED or REJECTED")
  @QueryParam("state")
  @Nullable String state;

  MessageSearch search() {
    return new MessageSearch(
        Optional.ofNullable(location),
        Optional.ofNullable(documentNumber),
        Optional.ofNullable(checkIdentifier),
        QueryParameter.read("state", state, MessageParameters::accepted));
  }

  private static boolean accepted(String state) {
    return switch (state) {
      case "ACCEPTED" -> true;
      case "REJECTED" -> false;
      default -> throw new IllegalArgumentException("no such state");
    };
  }
}
