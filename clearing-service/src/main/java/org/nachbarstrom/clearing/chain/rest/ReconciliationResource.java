package org.nachbarstrom.clearing.chain.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.clearing.chain.Reconcile;
import org.nachbarstrom.clearing.chain.ReconciliationStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Comparisons of chain and journal. */
@Path("/v1/reconciliations")
class ReconciliationResource {
  private final Reconcile reconcile;
  private final ReconciliationStore reconciliations;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  ReconciliationResource(
      Reconcile reconcile,
      ReconciliationStore reconciliations,
      TenantTransactions transactions,
      CurrentTenant current) {
    this.reconcile = reconcile;
    this.reconciliations = reconciliations;
    this.transactions = transactions;
    this.current = current;
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed("operator")
  @Operation(
      operationId = "reconcile",
      summary = "Compare every anchored batch and every account of the chain with the journal, now")
  public Uni<ReconciliationView> reconcile() {
    Tenant tenant = current.tenant();
    return transactions
        .inTransaction(tenant, () -> reconcile.reconcile(tenant))
        .map(ReconciliationView::of);
  }

  @GET
  @Path("/latest")
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "getLatestReconciliation", summary = "The comparison made last")
  public Uni<ReconciliationView> latest() {
    return transactions
        .inTransaction(current.tenant(), reconciliations::latest)
        .map(found ->
            found
                .map(ReconciliationView::of)
                .orElseThrow(() ->
                    new ProblemException(
                        ChainRejection.NOT_RECONCILED,
                        "POST /v1/reconciliations makes the first one.")));
  }
}
