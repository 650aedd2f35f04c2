package org.nachbarstrom.metering.completeness.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.completeness.CompletenessQuestion;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

/** What is asked for; neither a point nor a community: all declared points. */
record CompletenessParameters(
    @Parameter(description = "only this one") @QueryParam("accountingPoint")
        @Nullable String accountingPoint,
    @Parameter(description = "its members on the days of their membership, in its zone")
        @QueryParam("community")
        @Nullable String community,
    @Parameter(description = "first local date") @QueryParam("from") @Nullable String from,
    @Parameter(description = "end, exclusive, at most 400 days later") @QueryParam("to")
        @Nullable String to,
    @Parameter(
            description =
                "incomplete: only series of which something is missing; overdue: only those of"
                    + " which something should be there by now",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"incomplete", "overdue"}))
        @QueryParam("only")
        @Nullable String only,
    @Parameter(description = "which values were known; default: now") @QueryParam("asKnownAt")
        @Nullable String asKnownAt,
    @Parameter(description = "most points to look at; less for long periods")
        @QueryParam("limit")
        @DefaultValue("50")
        int limit,
    @QueryParam("cursor") @DefaultValue("") String cursor) {
  private static final int LARGEST_PAGE = 500;
  private static final int MOST_POINT_DAYS = 10_000;

  Optional<CompletenessQuestion> question(Input input) {
    Optional<CompletenessQuestion.Scope> scope = scope(input);
    Optional<DateRange> days = input.period(from, to);
    Optional<CompletenessQuestion.Only> series =
        only == null
            ? Optional.of(CompletenessQuestion.Only.ALL)
            : input.code("only", only.toUpperCase(Locale.ROOT), CompletenessQuestion.Only.class);
    return input.good()
        ? Optional.of(
            new CompletenessQuestion(
                scope.orElseThrow(),
                days.orElseThrow(),
                series.orElseThrow(),
                cursor,
                size(days.orElseThrow())))
        : Optional.empty();
  }

  private int size(DateRange days) {
    long count = ChronoUnit.DAYS.between(days.from(), days.end().orElseThrow());
    return Math.clamp(Math.min(limit, MOST_POINT_DAYS / count), 1, LARGEST_PAGE);
  }

  private Optional<CompletenessQuestion.Scope> scope(Input input) {
    if (accountingPoint != null && community != null) {
      input.wrong("community", "AMBIGUOUS", "Ask for a community or for a point, not for both.");
      return Optional.empty();
    }
    if (accountingPoint != null) {
      Optional<AccountingPointId> point = input.accountingPoint("accountingPoint", accountingPoint);
      return point.map(CompletenessQuestion.OfPoint::new);
    }
    return Optional.of(
        community == null
            ? new CompletenessQuestion.OfAll()
            : new CompletenessQuestion.OfCommunity(community));
  }
}
