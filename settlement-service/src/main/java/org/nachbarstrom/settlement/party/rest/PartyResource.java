package org.nachbarstrom.settlement.party.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.party.Party;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.settlement.party.PartyStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Parties over HTTP. */
@Path("/v1/parties")
@Tag(name = "Parties")
class PartyResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final PartyStore store;

  PartyResource(CurrentTenant tenant, TenantTransactions transactions, PartyStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.store = store;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(summary = "Declare a party or replace what is known about it")
  public Uni<PartyView> put(@PathParam("id") String id, @Valid @NotNull PartyRequest request) {
    PartyId party = Ids.party(id);
    Tenant caller = tenant.tenant();
    Party declared = new Party(party, request.name(), Optional.ofNullable(request.email()));
    return transactions
        .inTransaction(caller, () -> store.put(caller, declared))
        .replaceWith(() -> PartyView.of(declared));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read a party")
  public Uni<PartyView> get(@PathParam("id") String id) {
    PartyId party = Ids.party(id);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.find(party))
        .map(found ->
            found
                .map(PartyView::of)
                .orElseThrow(() ->
                    new ProblemException(
                        PartyRejection.PARTY_UNKNOWN, "No party has the id " + id)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "List parties by id")
  public Uni<Page<PartyView>> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return transactions
        .inTransaction(tenant.tenant(), () -> store.list(cursor, limit + 1))
        .map(found -> page(found, limit));
  }

  private static Page<PartyView> page(List<Party> found, int limit) {
    List<PartyView> items = found.stream().limit(limit).map(PartyView::of).toList();
    return new Page<>(items, found.size() > limit ? items.getLast().id() : null);
  }

  /** What is declared. */
  record PartyRequest(
      @NotBlank @Size(max = 200) String name, @Nullable @Email @Size(max = 254) String email) {}

  /** What is known. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartyView(String id, String name, @Nullable String email) {
    static PartyView of(Party party) {
      return new PartyView(party.id().value(), party.name(), party.email().orElse(null));
    }
  }
}
