package org.nachbarstrom.edifact.interchange.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.InterchangeSearch;
import org.nachbarstrom.edifact.interchange.InterchangeSearch.ReceivedBetween;
import org.nachbarstrom.edifact.interchange.InterchangeState;
import org.nachbarstrom.edifact.interchange.MessageSearch;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

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
        read("state", state, SearchParameters::state),
        new ReceivedBetween(
            read("receivedFrom", receivedFrom, Instant::parse),
            read("receivedTo", receivedTo, Instant::parse)),
        new MessageSearch(
            Optional.ofNullable(location),
            Optional.ofNullable(documentNumber),
            Optional.ofNullable(checkIdentifier),
            Optional.empty()));
  }

  private static InterchangeState state(String name) {
    return Arrays.stream(InterchangeState.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such state"));
  }

  /** Reads a parameter that may be absent. */
  static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw new ProblemException(
          PlatformRejection.MALFORMED_REQUEST,
          "The parameter " + name + " cannot be read.",
          List.of(new FieldError(name, "UNREADABLE", "not readable: " + text)));
    }
  }
}
