package org.nachbarstrom.metering.sharing.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.work.OffLoop;

/** Allocations; as CSV a stream day by day, whose size does not matter. */
@Path("/v1/communities")
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Communities")
class AllocationResource {
  private final CurrentTenant currentTenant;
  private final QueryAllocation query;

  AllocationResource(CurrentTenant currentTenant, QueryAllocation query) {
    this.currentTenant = currentTenant;
    this.query = query;
  }

  @GET
  @Path("/{id}/allocation")
  @Produces("text/csv")
  @Operation(
      operationId = "allocationAsCsv",
      summary = "Allocation per quarter-hour and accounting point as known at an instant")
  @APIResponse(
      responseCode = "200",
      description = "one row per quarter-hour and accounting point",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = AllocationJson.class))
      })
  public Multi<byte[]> csv(
      @PathParam("id") String id,
      @Parameter(description = "first local date") @QueryParam("from") @Nullable String from,
      @Parameter(description = "end, exclusive") @QueryParam("to") @Nullable String to,
      @Parameter(description = "default: now") @QueryParam("asKnownAt")
          @Nullable String asKnownAt) {
    return RestMulti.fromUniResponse(find(id, from, to, asKnownAt), this::csvOf, known -> Map.of());
  }

  private Multi<byte[]> csvOf(QueryAllocation.Known known) {
    Multi<String> rows =
        query
            .days(known)
            .onItem()
            .transformToUniAndConcatenate(day -> OffLoop.compute(() -> AllocationCsv.rows(day)));
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(AllocationCsv.HEADER), rows)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @GET
  @Path("/{id}/allocation")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Uni<AllocationJson> json(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("asKnownAt") @Nullable String asKnownAt) {
    return find(id, from, to, asKnownAt)
        .chain(known ->
            query
                .days(known)
                .onItem()
                .transformToUniAndConcatenate(day -> OffLoop.compute(() -> AllocationJson.day(day)))
                .collect()
                .asList()
                .map(days -> AllocationJson.of(known, days)));
  }

  private Uni<QueryAllocation.Known> find(
      String id, @Nullable String from, @Nullable String to, @Nullable String asKnownAt) {
    Input input = new Input();
    Optional<DateRange> period = input.period(from, to);
    Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
    input.refuseIfWrong(SharingRejection.INVALID_PERIOD);
    return query.find(currentTenant.tenant(), id, period.orElseThrow(), known);
  }
}
