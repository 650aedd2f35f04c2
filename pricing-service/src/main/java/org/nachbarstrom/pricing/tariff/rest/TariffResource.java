package org.nachbarstrom.pricing.tariff.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.tariff.DeclareTariff;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.pricing.tariff.TariffRejection;
import org.nachbarstrom.pricing.tariff.TariffStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tariffs over HTTP. */
@Path("/v1/tariffs")
@Tag(name = "Tariffs")
class TariffResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final DeclareTariff declare;
  private final TariffStore store;

  TariffResource(
      CurrentTenant tenant,
      TenantTransactions transactions,
      DeclareTariff declare,
      TariffStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.declare = declare;
    this.store = store;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      summary = "Declare a tariff with all its dated prices",
      description =
          "Ratings that wait for a price go on. What is rated already changes with the next version"
              + " of its closing.")
  public Uni<TariffView> put(@PathParam("id") String id, @Valid @NotNull TariffRequest request) {
    TariffId tariff = Ids.tariff(id);
    List<PriceComponent> components = request.toComponents();
    Tenant caller = tenant.tenant();
    return transactions
        .inTransaction(caller, () -> declare.declare(caller, tariff, request.name(), components))
        .replaceWith(() -> TariffView.of(new Tariff(tariff, request.name(), components)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read a tariff")
  public Uni<TariffView> get(@PathParam("id") String id) {
    return transactions
        .inTransaction(tenant.tenant(), () -> store.find(Ids.tariff(id)))
        .map(found ->
            found
                .map(TariffView::of)
                .orElseThrow(() ->
                    new ProblemException(
                        TariffRejection.TARIFF_UNKNOWN, "No tariff has the id " + id)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "List tariffs by id")
  public Uni<Page<TariffView>> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return transactions
        .inTransaction(tenant.tenant(), () -> store.list(cursor, limit + 1))
        .map(found -> {
          List<TariffView> views = found.stream().limit(limit).map(TariffView::of).toList();
          String next = found.size() > limit ? views.getLast().id() : null;
          return new Page<>(views, next);
        });
  }
}
