package org.nachbarstrom.edifact.acknowledgement.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Filter;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

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
        Optional.ofNullable(state).map(AnswerParameters::state), Optional.ofNullable(partner));
  }

  private static AnswerState state(String name) {
    return Arrays.stream(AnswerState.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                PlatformRejection.MALFORMED_REQUEST,
                "The parameter state is one of OPEN, OVERDUE, SETTLED.",
                List.of(new FieldError("state", "UNREADABLE", "no such state: " + name))));
  }
}
