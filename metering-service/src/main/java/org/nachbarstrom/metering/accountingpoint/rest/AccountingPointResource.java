package org.nachbarstrom.metering.accountingpoint.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.accountingpoint.DeclareAccountingPoint;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting points")
class AccountingPointResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final AccountingPoints points;
  private final DeclareAccountingPoint declare;

  AccountingPointResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      AccountingPoints points,
      DeclareAccountingPoint declare) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.points = points;
    this.declare = declare;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "declareAccountingPoint",
      summary = "Declare an accounting point; the same again changes nothing")
  public Uni<PointAnswer> put(@PathParam("id") String id, @NotNull PointBody body) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    Optional<EnergyDirection> direction = input.direction("/direction", body.direction());
    Optional<LocalDate> from = input.optionalDate("/validFrom", body.validFrom());
    Optional<LocalDate> to = input.optionalDate("/validTo", body.validTo());
    if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
      input.wrong(
          "/validTo", "NOT_AFTER_FROM", "The end is exclusive and lies after the beginning.");
    }
    input.refuseIfWrong(AccountingPointRejection.INVALID_ACCOUNTING_POINT);
    AccountingPoint accountingPoint =
        new AccountingPoint(
            point.orElseThrow(), direction.orElseThrow(), from.orElse(null), to.orElse(null));
    return declare.declare(currentTenant.tenant(), accountingPoint).map(PointAnswer::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "getAccountingPoint", summary = "A declared accounting point")
  public Uni<PointAnswer> get(@PathParam("id") String id) {
    return AccountingPointId.tryParse(id)
        .map(point -> transactions.inTransaction(currentTenant.tenant(), () -> points.find(point)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found ->
            found
                .map(PointAnswer::of)
                .orElseThrow(() ->
                    new ProblemException(
                        AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT,
                        "Accounting point '" + id + "' is not declared.")));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "listAccountingPoints", summary = "Declared accounting points")
  public Uni<Page<PointAnswer>> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> points.list(cursor, size))
        .map(found -> page(found.stream().map(PointAnswer::of).toList(), size));
  }

  private static Page<PointAnswer> page(List<PointAnswer> items, int size) {
    return new Page<>(items, items.size() < size ? null : items.getLast().accountingPoint());
  }

  record PointBody(
      @Nullable String direction, @Nullable String validFrom, @Nullable String validTo) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PointAnswer(
      String accountingPoint,
      EnergyDirection direction,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      int revision) {
    static PointAnswer of(AccountingPoints.Revised revised) {
      AccountingPoint point = revised.point();
      return new PointAnswer(
          point.id().value(),
          point.direction(),
          point.validFrom(),
          point.validTo(),
          revised.revision());
    }
  }
}
