package org.nachbarstrom.edifact.partner.rest;

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
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerCode;
import org.nachbarstrom.edifact.partner.PartnerRejection;
import org.nachbarstrom.edifact.partner.PartnerStore;
import org.nachbarstrom.edifact.partner.RegisterPartner;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Partners over HTTP. */
@Path("/v1/partners")
@Tag(name = "Partners")
@RolesAllowed({"viewer", "operator"})
class PartnerResource {
  private final CurrentTenant current;
  private final TenantTransactions transactions;
  private final RegisterPartner register;
  private final PartnerStore store;

  PartnerResource(
      CurrentTenant current,
      TenantTransactions transactions,
      RegisterPartner register,
      PartnerStore store) {
    this.current = current;
    this.transactions = transactions;
    this.register = register;
    this.store = store;
  }

  @PUT
  @Path("/{code}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "putPartner",
      summary = "Say what is known of a partner; earlier versions are kept")
  public Uni<PartnerView> put(
      @PathParam("code") String code, @Valid @NotNull PartnerRequest request) {
    Partner partner = request.toPartner(read(code));
    Tenant tenant = current.tenant();
    return transactions
        .inTransaction(tenant, () -> register.register(tenant, partner))
        .map(PartnerView::of);
  }

  @GET
  @Path("/{code}")
  @Operation(operationId = "getPartner", summary = "What is known of a partner")
  public Uni<PartnerView> get(@PathParam("code") String code) {
    PartnerCode wanted = read(code);
    return transactions
        .inTransaction(current.tenant(), () -> store.find(wanted))
        .map(found -> found.map(PartnerView::of).orElseThrow(() -> notFound(code)));
  }

  @GET
  @Path("/{code}/versions")
  @Operation(
      operationId = "listPartnerVersions",
      summary = "What was known of a partner, the latest first")
  public Uni<Page<PartnerView>> versions(@PathParam("code") String code) {
    PartnerCode wanted = read(code);
    return transactions
        .inTransaction(current.tenant(), () -> store.versions(wanted))
        .map(found -> {
          if (found.isEmpty()) {
            throw notFound(code);
          }
          return new Page<>(found.stream().map(PartnerView::of).toList(), null);
        });
  }

  @GET
  @Operation(operationId = "listPartners", summary = "Partners by code")
  public Uni<Page<PartnerView>> list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return transactions
        .inTransaction(current.tenant(), () -> store.list(cursor, limit + 1))
        .map(found -> {
          List<PartnerView> items = found.stream().limit(limit).map(PartnerView::of).toList();
          return new Page<>(items, found.size() > limit ? items.getLast().code() : null);
        });
  }

  private static PartnerCode read(String code) {
    try {
      return new PartnerCode(code);
    } catch (IllegalArgumentException invalid) {
      throw new ProblemException(
          PartnerRejection.PARTNER_CODE_INVALID, String.valueOf(invalid.getMessage()));
    }
  }

  private static ProblemException notFound(String code) {
    return new ProblemException(
        PartnerRejection.PARTNER_NOT_FOUND, "No partner has the code " + code + ".");
  }
}
