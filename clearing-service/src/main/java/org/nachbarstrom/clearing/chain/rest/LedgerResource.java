package org.nachbarstrom.clearing.chain.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nachbarstrom.clearing.chain.Books;
import org.nachbarstrom.clearing.chain.ContractStore;
import org.nachbarstrom.clearing.chain.ReconciliationStore;
import org.nachbarstrom.clearing.ledger.rest.AccountView;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** The ledger at one glance; readable whether or not the chain is. */
@Path("/v1/ledger")
@RolesAllowed({"viewer", "operator"})
class LedgerResource {
  private final Books books;
  private final ContractStore contracts;
  private final ReconciliationStore reconciliations;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  LedgerResource(
      Books books,
      ContractStore contracts,
      ReconciliationStore reconciliations,
      TenantTransactions transactions,
      CurrentTenant current) {
    this.books = books;
    this.contracts = contracts;
    this.reconciliations = reconciliations;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "getLedger",
      summary = "Balances of all accounts, totals, batches, the contract and its reconciliation")
  public Uni<LedgerView> ledger(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
    return transactions.inTransaction(current.tenant(), () -> read(cursor, limit));
  }

  private Uni<LedgerView> read(String cursor, int limit) {
    return books
        .ledger()
        .balances(cursor, limit + 1)
        .map(found -> LedgerView.of(AccountView.page(found, limit)))
        .chain(view -> books.ledger().totals().map(view::with))
        .chain(view -> books.batches().counts().map(view::with))
        .chain(view -> contracts.find().map(view::with))
        .chain(view -> reconciliations.latest().map(view::with));
  }
}
