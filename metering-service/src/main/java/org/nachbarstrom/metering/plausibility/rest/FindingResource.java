package org.nachbarstrom.metering.plausibility.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.plausibility.EffectPolicy;
import org.nachbarstrom.metering.plausibility.Findings;
import org.nachbarstrom.metering.plausibility.PlausibilityRejection;
import org.nachbarstrom.metering.plausibility.ReleaseFinding;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/plausibility-findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plausibility")
class FindingResource {
  private static final int LONGEST_REASON = 500;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final Findings findings;
  private final EffectPolicy policy;
  private final ReleaseFinding release;

  FindingResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      Findings findings,
      EffectPolicy policy,
      ReleaseFinding release) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.findings = findings;
    this.policy = policy;
    this.release = release;
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listPlausibilityFindings",
      summary = "What the newest checks found, by time")
  public Uni<Page<FindingAnswer>> list(@BeanParam FindingQuery query) {
    RuleEffects effects = policy.of(currentTenant.tenant());
    Findings.Query question = query.read(effects);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> findings.list(question))
        .map(found -> page(found, question.limit(), effects));
  }

  private static Page<FindingAnswer> page(
      List<Findings.Known> found, int size, RuleEffects effects) {
    return new Page<>(
        found.stream().map(known -> FindingAnswer.of(known, effects)).toList(),
        found.size() < size ? null : FindingQuery.cursor(found.getLast()));
  }

  @POST
  @Path("/{id}/release")
  @RolesAllowed("operator")
  @Operation(
      operationId = "releasePlausibilityFinding",
      summary = "Let the values of a finding be used; again changes nothing")
  public Uni<FindingAnswer> release(
      @PathParam("id") String id, @NotNull ReleaseBody body, @Context SecurityContext security) {
    UUID finding = parse(id);
    String reason = body.read();
    return release
        .release(currentTenant.tenant(), finding, security.getUserPrincipal().getName(), reason)
        .map(known -> FindingAnswer.of(known, policy.of(currentTenant.tenant())));
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(
          PlausibilityRejection.UNKNOWN_FINDING, "Nothing with id '" + id + "' is found now.");
    }
  }

  record ReleaseBody(
      @Schema(description = "why its values may be used; 1 to 500 characters")
          @Nullable String reason) {
    String read() {
      Input input = new Input();
      String text = input.required("/reason", reason).orElse("").strip();
      if (text.length() > LONGEST_REASON) {
        input.wrong("/reason", "TOO_LONG", "A reason has at most 500 characters.");
      }
      input.refuseIfWrong(PlausibilityRejection.INVALID_RELEASE);
      return text;
    }
  }
}
