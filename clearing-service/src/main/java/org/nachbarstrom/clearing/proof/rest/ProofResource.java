package org.nachbarstrom.clearing.proof.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nachbarstrom.clearing.proof.ProveBooking;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Inclusion proofs of bookings. */
@Path("/v1/bookings")
@RolesAllowed({"viewer", "operator"})
class ProofResource {
  private final ProveBooking proveBooking;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  ProofResource(ProveBooking proveBooking, TenantTransactions transactions, CurrentTenant current) {
    this.proveBooking = proveBooking;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Path("/{id}/proof")
  @Operation(
      operationId = "getProof",
      summary = "Proof that the booking was cleared, to be checked against a chain node alone")
  public Uni<ProofView> proof(@PathParam("id") UUID id) {
    return transactions
        .inTransaction(current.tenant(), () -> proveBooking.prove(id))
        .map(ProofView::of);
  }
}
