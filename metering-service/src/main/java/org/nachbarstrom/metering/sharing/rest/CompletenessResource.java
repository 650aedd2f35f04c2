package org.nachbarstrom.metering.sharing.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.sharing.Completeness;
import org.nachbarstrom.metering.sharing.CompletenessTally;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/completeness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Communities")
class CompletenessResource {
  private final CurrentTenant currentTenant;
  private final QueryAllocation query;

  CompletenessResource(CurrentTenant currentTenant, QueryAllocation query) {
    this.currentTenant = currentTenant;
    this.query = query;
  }

  @GET
  @Operation(
      operationId = "getCompleteness",
      summary = "Which quarter-hours of a community's members are there and which are missing")
  public Uni<CompletenessAnswer> get(
      @QueryParam("community") @Nullable String community,
      @Parameter(description = "first local date") @QueryParam("from") @Nullable String from,
      @Parameter(description = "end, exclusive") @QueryParam("to") @Nullable String to) {
    Input input = new Input();
    Optional<String> id = input.required("community", community);
    Optional<DateRange> period = input.period(from, to);
    input.refuseIfWrong(SharingRejection.INVALID_PERIOD);
    return query
        .find(currentTenant.tenant(), id.orElseThrow(), period.orElseThrow(), Optional.empty())
        .chain(known ->
            query
                .days(known)
                .collect()
                .in(CompletenessTally::new, CompletenessTally::add)
                .map(tally -> answer(known, tally)));
  }

  private static CompletenessAnswer answer(QueryAllocation.Known known, CompletenessTally tally) {
    return new CompletenessAnswer(
        known.community().id(),
        known.period().from(),
        known.period().end().orElseThrow(),
        known.asKnownAt(),
        tally.complete(),
        tally.members().stream().map(MemberCompleteness::of).toList());
  }

  record CompletenessAnswer(
      String community,
      LocalDate from,
      LocalDate to,
      Instant asKnownAt,
      boolean complete,
      List<MemberCompleteness> members) {}

  record MemberCompleteness(
      String accountingPoint,
      EnergyDirection direction,
      int expected,
      int measured,
      int substitute,
      int provisional,
      int missing,
      List<GapAnswer> gaps) {
    static MemberCompleteness of(Completeness member) {
      return new MemberCompleteness(
          member.accountingPoint().value(),
          member.direction(),
          member.expected(),
          member.count(ValueQuality.MEASURED),
          member.count(ValueQuality.SUBSTITUTE),
          member.count(ValueQuality.PROVISIONAL),
          member.missing(),
          member.gaps().stream()
              .map(
                  gap -> new GapAnswer(gap.interval().start(), gap.interval().end(), gap.missing()))
              .toList());
    }
  }

  record GapAnswer(Instant start, Instant end, int missing) {}
}
