package org.nachbarstrom.clearing.ledger.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Ledger;
import org.nachbarstrom.clearing.ledger.LedgerRejection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Accounts and their entries. */
@Path("/v1/accounts")
@RolesAllowed({"viewer", "operator"})
class AccountResource {
  private final Ledger ledger;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  AccountResource(Ledger ledger, TenantTransactions transactions, CurrentTenant current) {
    this.ledger = ledger;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listAccounts",
      summary = "All accounts with their balances, in the order of their keys")
  public Uni<Page<AccountView>> list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return inTransaction(() -> ledger.balances(cursor, limit + 1))
        .map(found -> AccountView.page(found, limit));
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "getAccount", summary = "One account with its balance")
  public Uni<AccountView> get(@PathParam("number") String number) {
    AccountNumber wanted = read(number);
    return inTransaction(() -> ledger.balance(wanted))
        .map(found -> found.map(AccountView::of).orElseThrow(() -> notFound(number)));
  }

  @GET
  @Path("/{number}/entries")
  @Operation(
      operationId = "listEntries",
      summary = "Journal entries of an account, oldest first; debit receives energy and owes money")
  public Uni<Page<EntryView>> entries(
      @PathParam("number") String number,
      @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    AccountNumber wanted = read(number);
    return inTransaction(() ->
            ledger
                .balance(wanted)
                .map(found -> found.orElseThrow(() -> notFound(number)))
                .chain(known -> ledger.entries(wanted, cursor, limit + 1)))
        .map(found -> {
          List<EntryView> items =
              found.stream().limit(limit).map(entry -> EntryView.of(wanted, entry)).toList();
          String next =
              found.size() > limit ? String.valueOf(found.get(limit - 1).position()) : null;
          return new Page<>(items, next);
        });
  }

  private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return transactions.inTransaction(current.tenant(), work);
  }

  private static AccountNumber read(String number) {
    try {
      return new AccountNumber(number);
    } catch (IllegalArgumentException malformed) {
      throw notFound(number);
    }
  }

  private static ProblemException notFound(String number) {
    return new ProblemException(
        LedgerRejection.ACCOUNT_NOT_FOUND, "There is no account " + number + ".");
  }
}
