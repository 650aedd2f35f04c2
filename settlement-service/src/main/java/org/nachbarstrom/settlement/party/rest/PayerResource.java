package org.nachbarstrom.settlement.party.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.settlement.party.AssignPayers;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.settlement.party.PartyStore;
import org.nachbarstrom.settlement.party.PayerAssignment;
import org.nachbarstrom.settlement.party.Payers;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Dated payers of accounting points over HTTP. */
@Path("/v1/payers/{accountingPoint}")
@Tag(name = "Payers")
class PayerResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final AssignPayers assign;
  private final PartyStore store;

  PayerResource(
      CurrentTenant tenant,
      TenantTransactions transactions,
      AssignPayers assign,
      PartyStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.assign = assign;
    this.store = store;
  }

  @PUT
  @RolesAllowed("operator")
  @Operation(summary = "Say who pays for an accounting point from when to when; replaces all")
  public Uni<PayersView> put(
      @PathParam("accountingPoint") String accountingPoint, @Valid @NotNull PayersRequest request) {
    AccountingPointId point = Ids.point(accountingPoint);
    List<PayerAssignment> assignments = request.toAssignments();
    Tenant caller = tenant.tenant();
    return transactions
        .inTransaction(caller, () -> assign.assign(caller, point, assignments))
        .replaceWith(() -> PayersView.of(point, new Payers(assignments)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read who pays for an accounting point; empty if nobody does")
  public Uni<PayersView> get(@PathParam("accountingPoint") String accountingPoint) {
    AccountingPointId point = Ids.point(accountingPoint);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.payers(List.of(point)))
        .map(found -> PayersView.of(point, found.getOrDefault(point, Payers.NONE)));
  }

  /**
   * One payer.
   *
   * @param from first local day
   * @param to first local day after; absent: no end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assignment(
      @NotNull @Pattern(regexp = PartyId.FORM) String party,
      @NotNull LocalDate from,
      @Nullable LocalDate to) {}

  /** All payers of a point. */
  record PayersRequest(@NotNull @Size(max = 1000) List<@Valid @NotNull Assignment> assignments) {
    List<PayerAssignment> toAssignments() {
      List<PayerAssignment> result = new ArrayList<>();
      for (Assignment a : assignments) {
        if (a.to() != null && !a.from().isBefore(a.to())) {
          String detail = "The first day " + a.from() + " is not before the end " + a.to();
          throw new ProblemException(
              PartyRejection.PAYER_PERIOD_EMPTY,
              detail,
              List.of(new FieldError("/assignments/" + result.size() + "/to", "EMPTY", detail)));
        }
        result.add(new PayerAssignment(new PartyId(a.party()), new DateRange(a.from(), a.to())));
      }
      return result;
    }
  }

  /** Payers of a point by first day. */
  record PayersView(String accountingPoint, List<Assignment> assignments) {
    static PayersView of(AccountingPointId point, Payers payers) {
      return new PayersView(
          point.value(),
          payers.assignments().stream()
              .map(a -> new Assignment(a.party().value(), a.valid().from(), a.valid().to()))
              .toList());
    }
  }
}
