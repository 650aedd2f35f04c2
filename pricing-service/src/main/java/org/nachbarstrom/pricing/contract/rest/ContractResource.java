package org.nachbarstrom.pricing.contract.rest;

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
import org.nachbarstrom.pricing.contract.AssignTariffs;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.contract.ContractAssignment;
import org.nachbarstrom.pricing.contract.ContractRejection;
import org.nachbarstrom.pricing.contract.ContractStore;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.pricing.tariff.rest.Ids;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Dated tariffs of accounting points over HTTP. */
@Path("/v1/contracts/{accountingPoint}")
@Tag(name = "Contracts")
class ContractResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final AssignTariffs assign;
  private final ContractStore store;

  ContractResource(
      CurrentTenant tenant,
      TenantTransactions transactions,
      AssignTariffs assign,
      ContractStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.assign = assign;
    this.store = store;
  }

  @PUT
  @RolesAllowed("operator")
  @Operation(
      summary = "Say by which tariffs an accounting point is priced; replaces all",
      description =
          "Ratings that wait for it go on. What is rated already changes with the next version of"
              + " its closing.")
  public Uni<ContractView> put(
      @PathParam("accountingPoint") String accountingPoint,
      @Valid @NotNull ContractRequest request) {
    AccountingPointId point = Ids.point(accountingPoint);
    List<ContractAssignment> assignments = request.toAssignments();
    Tenant caller = tenant.tenant();
    return transactions
        .inTransaction(caller, () -> assign.assign(caller, point, assignments))
        .replaceWith(() -> ContractView.of(new Contract(point, assignments)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read by which tariffs an accounting point is priced; empty if by none")
  public Uni<ContractView> get(@PathParam("accountingPoint") String accountingPoint) {
    AccountingPointId point = Ids.point(accountingPoint);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.find(List.of(point)))
        .map(found -> ContractView.of(found.getOrDefault(point, new Contract(point, List.of()))));
  }

  /**
   * One tariff.
   *
   * @param from first local day
   * @param to first local day after; absent: no end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assignment(
      @NotNull @Pattern(regexp = TariffId.FORM) String tariff,
      @NotNull LocalDate from,
      @Nullable LocalDate to) {}

  /** All tariffs of a point. */
  record ContractRequest(@NotNull @Size(max = 1000) List<@Valid @NotNull Assignment> assignments) {
    List<ContractAssignment> toAssignments() {
      List<ContractAssignment> result = new ArrayList<>();
      for (Assignment a : assignments) {
        if (a.to() != null && !a.from().isBefore(a.to())) {
          String detail = "The first day " + a.from() + " is not before the end " + a.to();
          throw new ProblemException(
              ContractRejection.CONTRACT_PERIOD_EMPTY,
              detail,
              List.of(new FieldError("/assignments/" + result.size() + "/to", "EMPTY", detail)));
        }
        result.add(
            new ContractAssignment(new TariffId(a.tariff()), new DateRange(a.from(), a.to())));
      }
      return result;
    }
  }

  /** Tariffs of a point by first day. */
  record ContractView(String accountingPoint, List<Assignment> assignments) {
    static ContractView of(Contract contract) {
      return new ContractView(
          contract.accountingPoint().value(),
          contract.assignments().stream()
              .map(a -> new Assignment(a.tariff().value(), a.valid().from(), a.valid().to()))
              .toList());
    }
  }
}
