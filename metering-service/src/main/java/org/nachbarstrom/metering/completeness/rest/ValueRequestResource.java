package org.nachbarstrom.metering.completeness.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.completeness.CompletenessRejection;
import org.nachbarstrom.metering.completeness.RequestValues;
import org.nachbarstrom.metering.completeness.ValueRequest;
import org.nachbarstrom.metering.completeness.ValueRequests;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points/{id}/value-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Completeness")
class ValueRequestResource {
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_KEY = 255;
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final RequestValues requestValues;
  private final ValueRequests requests;

  ValueRequestResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      RequestValues requestValues,
      ValueRequests requests) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.requestValues = requestValues;
    this.requests = requests;
  }

  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "noteValueRequest",
      summary = "Note that the values of some days were asked for",
      description =
          "Nothing is sent. The same Idempotency-Key is the same request; without one, the same"
              + " days asked for on the same day are.")
  @APIResponse(responseCode = "201", description = "noted")
  @APIResponse(responseCode = "200", description = "was noted before")
  public Uni<RestResponse<RequestAnswer>> post(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull RequestBody body) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    input.required("/to", body.to());
    Optional<DateRange> days = input.range("", body.from(), body.to());
    String note = Objects.requireNonNullElse(body.note(), "");
    if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
      input.wrong("/note", "INVALID_TEXT", "A note has at most 500 characters, none of code 0.");
    }
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      input.wrong("Idempotency-Key", "INVALID_TEXT", "A key has 1 to 255 characters.");
    }
    input.refuseIfWrong(CompletenessRejection.INVALID_VALUE_REQUEST);
    return requestValues
        .request(
            currentTenant.tenant(),
            new RequestValues.Wish(point.orElseThrow(), days.orElseThrow(), note),
            Optional.ofNullable(key))
        .map(noted ->
            RestResponse.status(
                noted.first() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                RequestAnswer.of(noted.request())));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listValueRequests",
      summary = "When values of a point were asked for, in the order of time")
  public Uni<Page<RequestAnswer>> list(
      @PathParam("id") String id,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @Parameter(description = "next of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    Optional<Instant> after = input.optionalInstant("cursor", cursor);
    input.refuseIfWrong(CompletenessRejection.INVALID_COMPLETENESS_QUERY);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions
        .inTransaction(
            currentTenant.tenant(),
            () -> requests.list(point.orElseThrow(), after.orElse(Instant.EPOCH), size))
        .map(found -> page(found.stream().map(RequestAnswer::of).toList(), size));
  }

  private static Page<RequestAnswer> page(List<RequestAnswer> items, int size) {
    return new Page<>(items, items.size() < size ? null : items.getLast().requestedAt().toString());
  }

  @Schema(name = "ValueRequestBody")
  record RequestBody(
      @Schema(description = "first local date") @Nullable String from,
      @Schema(description = "end, exclusive") @Nullable String to,
      @Schema(description = "for people, at most 500 characters") @Nullable String note) {}

  @Schema(name = "ValueRequestAnswer")
  record RequestAnswer(
      String accountingPoint, LocalDate from, LocalDate to, String note, Instant requestedAt) {
    static RequestAnswer of(ValueRequest request) {
      return new RequestAnswer(
          request.accountingPoint().value(),
          request.days().from(),
          request.days().end().orElseThrow(),
          request.note(),
          request.requestedAt());
    }
  }
}
