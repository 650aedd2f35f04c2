package org.nachbarstrom.metering.accountingpoint.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.accountingpoint.UnassignedSeries;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/unassigned-series")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Series")
class UnassignedSeriesResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final AccountingPoints points;

  UnassignedSeriesResource(
      CurrentTenant currentTenant, TenantTransactions transactions, AccountingPoints points) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.points = points;
  }

  @GET
  @Operation(
      operationId = "listUnassignedSeries",
      summary = "Series whose accounting point is not declared")
  public Uni<Page<UnassignedAnswer>> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> points.unassigned(cursor, size))
        .map(found -> page(found, size));
  }

  private static Page<UnassignedAnswer> page(List<UnassignedSeries> found, int size) {
    List<UnassignedAnswer> items = found.stream().map(UnassignedAnswer::of).toList();
    return new Page<>(items, items.size() < size ? null : items.getLast().cursor());
  }

  record UnassignedAnswer(
      String accountingPoint,
      EnergyDirection direction,
      Instant firstReceivedAt,
      Instant lastReceivedAt,
      LocalDate firstDay,
      LocalDate lastDay) {
    private String cursor() {
      return accountingPoint + "/" + direction;
    }

    static UnassignedAnswer of(UnassignedSeries series) {
      return new UnassignedAnswer(
          series.key().accountingPoint().value(),
          series.key().direction(),
          series.firstReceivedAt(),
          series.lastReceivedAt(),
          series.firstDay(),
          series.lastDay());
    }
  }
}
