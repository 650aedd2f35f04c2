package org.nachbarstrom.metering.comparison.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.comparison.CompareWithOperator;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.comparison.OperatorFile;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Takes the operator's allocation and answers where and why it differs; keeps nothing. */
@Path("/v1/communities")
@Consumes("text/csv")
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Communities")
class ComparisonResource {
  private final CurrentTenant currentTenant;
  private final QueryAllocation query;
  private final CompareWithOperator compare;

  ComparisonResource(
      CurrentTenant currentTenant, QueryAllocation query, CompareWithOperator compare) {
    this.currentTenant = currentTenant;
    this.query = query;
    this.compare = compare;
  }

  @POST
  @Path("/{id}/comparison")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "compareWithOperator",
      summary =
          "Compare our allocation with the operator's: report, or dispute file as CSV or XLSX",
      description =
          "Body: CSV with interval_start, accounting_point, allocated_kwh and, if known,"
              + " consumption_kwh. Nothing is stored.")
  @APIResponse(
      responseCode = "200",
      description =
          "as JSON differences by member and likely cause, as CSV cell by cell, as workbook both",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ComparisonReport.class)),
        @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = DisputeWorkbook.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Uni<ComparisonReport> report(
      @PathParam("id") String id,
      @Parameter(description = "first local date") @QueryParam("from") @Nullable String from,
      @Parameter(description = "end, exclusive") @QueryParam("to") @Nullable String to,
      @Parameter(description = "default: now") @QueryParam("asKnownAt") @Nullable String asKnownAt,
      @NotNull String body) {
    Input input = new Input();
    Question question = Question.read(input, from, to, asKnownAt);
    return compare(id, question, body).map(ComparisonReport::of);
  }

  @POST
  @Path("/{id}/comparison")
  @Produces("text/csv")
  @Operation(hidden = true)
  public Uni<String> disputeFile(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("asKnownAt") @Nullable String asKnownAt,
      @NotNull String body) {
    Question question = Question.read(new Input(), from, to, asKnownAt);
    return compare(id, question, body)
        .chain(compared -> OffLoop.compute(() -> DisputeCsv.of(compared.tally())));
  }

  @POST
  @Path("/{id}/comparison")
  @Produces(DisputeWorkbook.MEDIA_TYPE)
  @Operation(hidden = true)
  public Uni<byte[]> disputeWorkbook(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("asKnownAt") @Nullable String asKnownAt,
      @NotNull String body) {
    Question question = Question.read(new Input(), from, to, asKnownAt);
    return compare(id, question, body)
        .chain(compared -> OffLoop.compute(() -> DisputeWorkbook.of(compared)));
  }

  private Uni<Compared> compare(String id, Question question, String body) {
    Tenant tenant = currentTenant.tenant();
    return OffLoop.compute(() -> OperatorFile.read(body))
        .chain(file ->
            query
                .find(tenant, id, question.period(), question.asKnownAt())
                .chain(known ->
                    compare.compare(known, file).map(tally -> new Compared(known, tally))));
  }

  /** A comparison and what it is of. */
  record Compared(QueryAllocation.Known known, ComparisonTally tally) {}

  private record Question(DateRange period, Optional<Instant> asKnownAt) {
    static Question read(
        Input input, @Nullable String from, @Nullable String to, @Nullable String asKnownAt) {
      Optional<DateRange> period = input.period(from, to);
      Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
      input.refuseIfWrong(SharingRejection.INVALID_PERIOD);
      return new Question(period.orElseThrow(), known);
    }
  }
}
