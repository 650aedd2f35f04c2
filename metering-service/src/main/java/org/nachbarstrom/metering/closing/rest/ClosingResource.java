package org.nachbarstrom.metering.closing.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.ApproveCorrection;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingRejection;
import org.nachbarstrom.metering.closing.ClosingState;
import org.nachbarstrom.metering.closing.Closings;
import org.nachbarstrom.metering.closing.QueryClosings;
import org.nachbarstrom.metering.closing.RequestClosing;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/closings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Closings")
class ClosingResource {
  private static final int LARGEST_PAGE = 1000;
  private static final int MOST_DAYS = 400;

  private final CurrentTenant currentTenant;
  private final QueryClosings query;
  private final RequestClosing requestClosing;
  private final ApproveCorrection approve;

  ClosingResource(
      CurrentTenant currentTenant,
      QueryClosings query,
      RequestClosing requestClosing,
      ApproveCorrection approve) {
    this.currentTenant = currentTenant;
    this.query = query;
    this.requestClosing = requestClosing;
    this.approve = approve;
  }

  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "requestClosing",
      summary = "Close a period of a community; asking again answers the same closing")
  @APIResponse(responseCode = "202", description = "requested; it is computed in the background")
  @APIResponse(responseCode = "200", description = "was requested before")
  public Uni<RestResponse<ClosingAnswer>> post(@NotNull ClosingBody body) {
    Input input = new Input();
    Optional<String> community = input.required("/community", body.community());
    Optional<DateRange> period = period(input, body);
    input.refuseIfWrong(ClosingRejection.INVALID_CLOSING);
    return requestClosing
        .request(currentTenant.tenant(), community.orElseThrow(), period.orElseThrow())
        .map(requested ->
            RestResponse.ResponseBuilder.create(
                    requested.first() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK,
                    ClosingAnswer.of(requested.closing()))
                .location(URI.create("/v1/closings/" + requested.closing().id()))
                .build());
  }

  private static Optional<DateRange> period(Input input, ClosingBody body) {
    input.required("/to", body.to());
    Optional<DateRange> range = input.range("", body.from(), body.to());
    if (range.isPresent() && range.get().end().isPresent()) {
      long days = ChronoUnit.DAYS.between(range.get().from(), range.get().end().orElseThrow());
      if (days > MOST_DAYS) {
        input.wrong("/to", "TOO_LONG", "A closing has at most " + MOST_DAYS + " days.");
      }
    }
    return range;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "getClosing",
      summary = "A closing: what it waits for, or the totals of its newest version")
  public Uni<ClosingAnswer> get(@PathParam("id") String id) {
    return query
        .find(currentTenant.tenant(), ClosingIds.parse(id))
        .map(known -> ClosingAnswer.of(known.closing(), known.queued(), known.version()));
  }

  @POST
  @Path("/{id}/approval")
  @RolesAllowed("operator")
  @Operation(
      operationId = "approveCorrection",
      summary = "Let a correction that is held go on; it is announced in the background")
  @APIResponse(responseCode = "202", description = "approved")
  public Uni<RestResponse<ClosingAnswer>> approve(
      @PathParam("id") String id, @NotNull ApprovalBody body) {
    Input input = new Input();
    Optional<String> hash = input.required("/inputsSha256", body.inputsSha256());
    input.refuseIfWrong(ClosingRejection.INVALID_CLOSING);
    UUID closing = ClosingIds.parse(id);
    return approve
        .approve(currentTenant.tenant(), closing, hash.orElseThrow())
        .map(approved ->
            RestResponse.status(RestResponse.Status.ACCEPTED, ClosingAnswer.of(approved)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listClosings",
      summary = "Closings by community and period; those in state REQUESTED are queued")
  public Uni<Page<ClosingAnswer>> list(
      @QueryParam("community") @Nullable String community,
      @QueryParam("state") @Nullable ClosingState state,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    Closings.Filter filter =
        new Closings.Filter(
            Optional.ofNullable(community).filter(text -> !text.isEmpty()),
            Optional.ofNullable(state));
    return query.list(currentTenant.tenant(), filter, cursor, size).map(found -> page(found, size));
  }

  private static Page<ClosingAnswer> page(List<QueryClosings.Known> found, int size) {
    List<ClosingAnswer> items =
        found.stream()
            .map(known -> ClosingAnswer.of(known.closing(), known.queued(), known.version()))
            .toList();
    return new Page<>(items, items.size() < size ? null : cursor(found.getLast().closing()));
  }

  private static String cursor(Closing closing) {
    return closing.community() + " " + closing.period().from();
  }

  record ApprovalBody(@Nullable String inputsSha256) {}

  record ClosingBody(@Nullable String community, @Nullable String from, @Nullable String to) {}
}
