package org.nachbarstrom.metering.erasure.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.erasure.DecideHold;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.retention.Hold;
import org.nachbarstrom.metering.retention.Horizons;
import org.nachbarstrom.metering.retention.RetentionRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points/{id}/retention-hold")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
class RetentionHoldResource {
  private static final int LONGEST_REASON = 500;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final Horizons horizons;
  private final DecideHold decide;

  RetentionHoldResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      Horizons horizons,
      DecideHold decide) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.horizons = horizons;
    this.decide = decide;
  }

  @PUT
  @RolesAllowed("operator")
  @Operation(
      operationId = "decideRetentionHold",
      summary = "Keep the values of a point beyond the horizon, or not any more",
      description = "What was deleted before does not come back. Closings do not change by it.")
  public Uni<HoldAnswer> put(
      @PathParam("id") String id, @NotNull HoldBody body, @Context SecurityContext security) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    if (body.held() == null) {
      input.wrong("/held", "REQUIRED", "This member is required.");
    }
    Optional<String> reason = input.required("/reason", body.reason());
    if (reason
        .filter(text -> text.length() > LONGEST_REASON || text.indexOf('\0') >= 0)
        .isPresent()) {
      input.wrong("/reason", "INVALID_TEXT", "A reason has 1 to 500 characters, none of code 0.");
    }
    input.refuseIfWrong(RetentionRejection.INVALID_HOLD);
    DecideHold.Decision decision =
        new DecideHold.Decision(
            point.orElseThrow(),
            Objects.requireNonNull(body.held()),
            reason.orElseThrow(),
            security.getUserPrincipal().getName());
    return decide.decide(currentTenant.tenant(), decision).map(HoldAnswer::of);
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "getRetentionHold",
      summary = "The last decision whether the values of a point are kept beyond the horizon")
  public Uni<HoldAnswer> get(@PathParam("id") String id) {
    return transactions
        .inTransaction(currentTenant.tenant(), () -> horizons.hold(id))
        .map(found ->
            found
                .map(HoldAnswer::of)
                .orElseThrow(() ->
                    new ProblemException(
                        AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT,
                        "Nothing was decided about values of '" + id + "'.")));
  }

  @Schema(name = "RetentionHoldBody")
  record HoldBody(
      @Schema(description = "whether the values are kept", required = true) @Nullable Boolean held,
      @Schema(description = "for people, at most 500 characters", required = true)
          @Nullable String reason) {}

  @Schema(name = "RetentionHoldAnswer")
  record HoldAnswer(
      String accountingPoint,
      boolean held,
      String reason,
      String decidedBy,
      Instant decidedAt,
      int revision) {
    static HoldAnswer of(Hold hold) {
      return new HoldAnswer(
          hold.accountingPoint(),
          hold.held(),
          hold.reason(),
          hold.decidedBy(),
          hold.decidedAt(),
          hold.revision());
    }
  }
}
