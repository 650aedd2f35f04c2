package org.nachbarstrom.metering.comparison.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.comparison.CompareWithOperator;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.comparison.OperatorFile;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Takes the operator's allocation and answers where and why it differs; keeps nothing. */
@Path("/v1/communities")
@Consumes({ComparisonResource.CSV, DisputeWorkbook.MEDIA_TYPE})
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Communities")
class ComparisonResource {
  static final String CSV = "text/csv";

  /** Lets JSON come first where any type is accepted. */
  private static final String IF_ASKED_FOR = ";qs=0.5";

  private static final MediaType WORKBOOK = MediaType.valueOf(DisputeWorkbook.MEDIA_TYPE);

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
          "Body: CSV, or a workbook of which the first sheet counts, with interval_start,"
              + " accounting_point, allocated_kwh and, if known, consumption_kwh. Times are UTC,"
              + " dates of a workbook too. Nothing is stored.")
  @APIResponse(
      responseCode = "200",
      description =
          "as JSON differences by member and likely cause, as CSV cell by cell, as workbook both",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ComparisonReport.class)),
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = DisputeWorkbook.MEDIA_TYPE,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Uni<ComparisonReport> report(
      @PathParam("id") String id,
      @BeanParam Parameters parameters,
      @NotNull
          @RequestBody(
              content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(
                    mediaType = DisputeWorkbook.MEDIA_TYPE,
                    schema = @Schema(type = SchemaType.STRING, format = "binary"))
              })
          byte[] body) {
    return compare(id, parameters, body).map(ComparisonReport::of);
  }

  @POST
  @Path("/{id}/comparison")
  @Produces(CSV + IF_ASKED_FOR)
  @Operation(hidden = true)
  public Uni<String> disputeFile(
      @PathParam("id") String id, @BeanParam Parameters parameters, @NotNull byte[] body) {
    return compare(id, parameters, body)
        .chain(compared -> OffLoop.compute(() -> DisputeCsv.of(compared.tally())));
  }

  @POST
  @Path("/{id}/comparison")
  @Produces(DisputeWorkbook.MEDIA_TYPE + IF_ASKED_FOR)
  @Operation(hidden = true)
  public Uni<byte[]> disputeWorkbook(
      @PathParam("id") String id, @BeanParam Parameters parameters, @NotNull byte[] body) {
    return compare(id, parameters, body)
        .chain(compared -> OffLoop.compute(() -> DisputeWorkbook.of(compared)));
  }

  private Uni<Compared> compare(String id, Parameters parameters, byte[] body) {
    Tenant tenant = currentTenant.tenant();
    Question question = parameters.question();
    UploadKind kind = parameters.kind();
    return OffLoop.compute(() -> OperatorFile.read(kind, body))
        .chain(file ->
            query
                .find(tenant, id, question.period(), question.asKnownAt())
                .chain(known ->
                    compare.compare(known, file).map(tally -> new Compared(known, tally))));
  }

  /** A comparison and what it is of. */
  record Compared(QueryAllocation.Known known, ComparisonTally tally) {}

  /** What a request says beside the file. */
  static class Parameters {
    @Parameter(description = "first local date")
    @QueryParam("from")
    @Nullable String from;

    @Parameter(description = "end, exclusive")
    @QueryParam("to")
    @Nullable String to;

    @Parameter(description = "default: now")
    @QueryParam("asKnownAt")
    @Nullable String asKnownAt;

    @Context @Nullable HttpHeaders headers;

    private Question question() {
      Input input = new Input();
      Optional<DateRange> period = input.period(from, to);
      Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
      input.refuseIfWrong(SharingRejection.INVALID_PERIOD);
      return new Question(period.orElseThrow(), known);
    }

    private UploadKind kind() {
      MediaType type = headers == null ? null : headers.getMediaType();
      return type != null && type.isCompatible(WORKBOOK) ? UploadKind.XLSX : UploadKind.CSV;
    }
  }

  private record Question(DateRange period, Optional<Instant> asKnownAt) {}
}
