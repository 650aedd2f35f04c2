package org.nachbarstrom.metering.erasure.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.erasure.BeginErasure;
import org.nachbarstrom.metering.erasure.ErasureRun;
import org.nachbarstrom.metering.erasure.ErasureRuns;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/retention-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
class RetentionRunResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final BeginErasure begin;
  private final ErasureRuns runs;
  private final Clock clock;

  RetentionRunResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      BeginErasure begin,
      ErasureRuns runs,
      Clock clock) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.begin = begin;
    this.runs = runs;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "runRetention",
      summary = "Delete now what is kept no longer, or answer the run that is going on",
      description = "It goes on in the background. Every tenant has its turn once a day anyway.")
  @APIResponse(responseCode = "202", description = "the run that is going on")
  public Uni<RestResponse<RunAnswer>> post(@Context SecurityContext security) {
    return begin
        .begin(currentTenant.tenant(), clock.instant(), security.getUserPrincipal().getName())
        .map(run -> RestResponse.status(RestResponse.Status.ACCEPTED, RunAnswer.of(run)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listRetentionRuns",
      summary = "What was deleted because it is kept no longer, the newest run first")
  public Uni<Page<RunAnswer>> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @Parameter(description = "next of the page before")
          @QueryParam("cursor")
          @DefaultValue("2147483647")
          int cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> runs.list(cursor, size))
        .map(found -> page(found.stream().map(RunAnswer::of).toList(), size));
  }

  private static Page<RunAnswer> page(List<RunAnswer> items, int size) {
    return new Page<>(
        items, items.size() < size ? null : Integer.toString(items.getLast().number()));
  }

  @Schema(name = "RetentionRunAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunAnswer(
      int number,
      @Schema(description = "values of earlier quarter-hours are deleted") Instant keptFrom,
      Instant startedAt,
      @Schema(description = "absent: it goes on") @Nullable Instant finishedAt,
      String requestedBy,
      @Schema(description = "rows deleted so far, by table") Map<String, Long> erased) {
    static RunAnswer of(ErasureRun run) {
      return new RunAnswer(
          run.number(),
          run.keptFrom(),
          run.startedAt(),
          run.finishedAt().orElse(null),
          run.requestedBy(),
          run.erased());
    }
  }
}
