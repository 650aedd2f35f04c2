package org.nachbarstrom.settlement.statement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.settlement.run.RunRejection;
import org.nachbarstrom.settlement.statement.MakeStatement;
import org.nachbarstrom.settlement.statement.StatementPeriod;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Statements over HTTP. */
@Path("/v1/statements/{party}")
@Tag(name = "Statements")
class StatementResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final MakeStatement statements;

  StatementResource(
      CurrentTenant tenant, TenantTransactions transactions, MakeStatement statements) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.statements = statements;
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read what a party used, gave, owes and is owed over all its points")
  public Uni<StatementView> get(
      @PathParam("party") String party,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    PartyId id = partyId(party);
    StatementPeriod period = new StatementPeriod(day("from", from), day("to", to));
    return transactions
        .inTransaction(tenant.tenant(), () -> statements.of(id, period))
        .map(statement -> StatementView.of(statement, period));
  }

  private static PartyId partyId(String party) {
    try {
      return new PartyId(party);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          PartyRejection.MALFORMED_ID, String.valueOf(malformed.getMessage()));
    }
  }

  private static Optional<LocalDate> day(String name, @Nullable String value) {
    try {
      return Optional.ofNullable(value).map(LocalDate::parse);
    } catch (DateTimeParseException malformed) {
      String detail = "A day is written like 2026-03-28, not '" + value + "'";
      throw new ProblemException(
          RunRejection.MALFORMED_PARAMETER,
          detail,
          List.of(new FieldError(name, "MALFORMED", detail)));
    }
  }
}
