package org.nachbarstrom.metering.plausibility.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.metering.plausibility.Check;
import org.nachbarstrom.metering.plausibility.CheckSeries;
import org.nachbarstrom.metering.plausibility.EffectPolicy;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.plausibility.RuleEffects;
import org.nachbarstrom.metering.plausibility.ThresholdPolicy;
import org.nachbarstrom.metering.plausibility.Thresholds;
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
  private final EffectPolicy effects;
  private final ThresholdPolicy thresholds;

  PlausibilityResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      CheckSeries checkSeries,
      EffectPolicy effects,
      ThresholdPolicy thresholds) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.checkSeries = checkSeries;
    this.effects = effects;
    this.thresholds = thresholds;
  }

  @POST
  @Path("/plausibility-checks")
  @RolesAllowed("operator")
  @Operation(
      operationId = "checkSeries",
      summary = "Check a series on local days at once; changed values are checked by themselves")
  public Uni<CheckAnswer> check(@NotNull CheckBody body) {
    CheckBody.Question question = body.read();
    return transactions
        .inTransaction(
            currentTenant.tenant(),
            () -> checkSeries.check(currentTenant.tenant(), question.key(), question.days()))
        .map(check -> CheckAnswer.of(check, effects.of(currentTenant.tenant())));
  }

  @GET
  @Path("/plausibility-rules")
  @RolesAllowed({"viewer", "operator"})
  @Operation(
      operationId = "listPlausibilityRules",
      summary = "All rules with their effects, also those by which messages are refused")
  public Uni<RulesAnswer> rules() {
    RuleEffects chosen = effects.of(currentTenant.tenant());
    Thresholds known = thresholds.of(currentTenant.tenant());
    return Uni.createFrom()
        .item(
            new RulesAnswer(
                chosen.automatic(),
                effects.quietTime(currentTenant.tenant()).toMillis(),
                Arrays.stream(PlausibilityRule.values())
                    .map(rule -> RuleAnswer.of(rule, chosen, known))
                    .toList()));
  }

  record CheckAnswer(Instant asKnownAt, List<FindingAnswer> findings) {
    static CheckAnswer of(Check check, RuleEffects effects) {
      return new CheckAnswer(
          check.asKnownAt(),
          check.findings().stream().map(known -> FindingAnswer.of(known, effects)).toList());
    }
  }

  record RulesAnswer(boolean automatic, long quietTimeMillis, List<RuleAnswer> rules) {}
}
