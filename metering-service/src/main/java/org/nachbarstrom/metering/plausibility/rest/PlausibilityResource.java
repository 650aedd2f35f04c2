package org.nachbarstrom.metering.plausibility.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.plausibility.Check;
import org.nachbarstrom.metering.plausibility.CheckSeries;
import org.nachbarstrom.metering.plausibility.Checks;
import org.nachbarstrom.metering.plausibility.Finding;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plausibility")
class PlausibilityResource {
  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final CheckSeries checkSeries;
  private final Checks checks;

  PlausibilityResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      CheckSeries checkSeries,
      Checks checks) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.checkSeries = checkSeries;
    this.checks = checks;
  }

  @POST
  @Path("/plausibility-checks")
  @RolesAllowed("operator")
  @Operation(
      operationId = "checkSeries",
      summary = "Check a series on local days; its findings count until the next check of a day")
  public Uni<CheckAnswer> check(@NotNull CheckBody body) {
    CheckBody.Question question = body.read();
    return checkSeries
        .check(currentTenant.tenant(), question.key(), question.days())
        .map(CheckAnswer::of);
  }

  @GET
  @Path("/plausibility-findings")
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listPlausibilityFindings",
      summary = "Findings of the newest checks of a series on local days")
  public Uni<FindingsAnswer> findings(
      @QueryParam("accountingPoint") @Nullable String accountingPoint,
      @QueryParam("direction") @Nullable String direction,
      @Parameter(description = "first local day") @QueryParam("from") @Nullable String from,
      @Parameter(description = "end, exclusive") @QueryParam("to") @Nullable String to) {
    CheckBody.Question question = new CheckBody(accountingPoint, direction, from, to).read();
    return transactions
        .inTransaction(
            currentTenant.tenant(), () -> checks.findings(question.key(), question.days()))
        .map(found -> new FindingsAnswer(found.stream().map(FindingAnswer::of).toList()));
  }

  record CheckAnswer(Instant asKnownAt, List<FindingAnswer> findings) {
    static CheckAnswer of(Check check) {
      return new CheckAnswer(
          check.asKnownAt(), check.findings().stream().map(FindingAnswer::of).toList());
    }
  }

  record FindingsAnswer(List<FindingAnswer> findings) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FindingAnswer(
      PlausibilityRule rule,
      String code,
      LocalDate day,
      Instant start,
      Instant end,
      @Nullable Long observedMilliWattHours,
      @Nullable Long expectedMilliWattHours) {
    static FindingAnswer of(Finding finding) {
      return new FindingAnswer(
          finding.rule(),
          finding.rule().code(),
          finding.day(),
          finding.interval().start(),
          finding.interval().end(),
          finding.observedMilliWattHours(),
          finding.expectedMilliWattHours());
    }
  }
}
