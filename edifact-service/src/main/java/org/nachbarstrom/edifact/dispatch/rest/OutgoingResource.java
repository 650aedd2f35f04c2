package org.nachbarstrom.edifact.dispatch.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.edifact.dispatch.Delivery;
import org.nachbarstrom.edifact.dispatch.DispatchRejection;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.dispatch.OutgoingStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Interchanges out, and how partners and gateways fetch and confirm them. */
@Path("/v1/outgoing-interchanges")
@Tag(name = "Outgoing interchanges")
@RolesAllowed({"viewer", "operator"})
class OutgoingResource {
  private final CurrentTenant current;
  private final TenantTransactions transactions;
  private final OutgoingStore store;
  private final Delivery delivery;

  OutgoingResource(
      CurrentTenant current,
      TenantTransactions transactions,
      OutgoingStore store,
      Delivery delivery) {
    this.current = current;
    this.transactions = transactions;
    this.store = store;
    this.delivery = delivery;
  }

  @GET
  @Operation(operationId = "listOutgoingInterchanges", summary = "What we send, the latest first")
  public Uni<Page<OutgoingView>> list(
      @BeanParam OutgoingQuery query,
      @QueryParam("cursor") @DefaultValue("9223372036854775807") @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return inTransaction(() -> store.list(query.toFilter(), cursor, limit + 1))
        .map(found -> {
          List<OutgoingView> items =
              found.stream()
                  .limit(limit)
                  .map(one -> OutgoingView.listed(one.interchange()))
                  .toList();
          String next =
              found.size() > limit ? Long.toString(found.get(limit - 1).position()) : null;
          return new Page<>(items, next);
        });
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOutgoingInterchange",
      summary = "One of them with its messages and what was answered")
  public Uni<OutgoingView> get(@PathParam("id") String id) {
    UUID wanted = read(id);
    return inTransaction(() ->
        found(wanted)
            .chain(interchange ->
                store.messages(wanted).map(messages -> OutgoingView.of(interchange, messages))));
  }

  @GET
  @Path("/{id}/raw")
  @Produces("application/edifact")
  @Operation(
      operationId = "getRawOutgoingInterchange",
      summary = "Its bytes, under the file name of the market; not of a parked one")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Uni<Response> raw(@PathParam("id") String id) {
    UUID wanted = read(id);
    return inTransaction(() ->
        found(wanted)
            .chain(interchange ->
                store.bytes(wanted).map(bytes -> download(interchange, bytes.orElseThrow()))));
  }

  private static Response download(OutgoingInterchange interchange, byte[] bytes) {
    if (interchange.state() == OutgoingState.PARKED) {
      // Whoever fetches by script must not carry to a partner what we hold back.
      throw new ProblemException(
          DispatchRejection.INTERCHANGE_PARKED,
          "Interchange " + interchange.id() + " is parked: " + interchange.findings().getFirst());
    }
    return Response.ok(bytes)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + interchange.header().fileName() + "\"")
        .build();
  }

  @POST
  @Path("/{id}/delivery")
  @RolesAllowed("operator")
  @Operation(
      operationId = "confirmDelivery",
      summary = "Say that the partner has it; may be said again")
  public Uni<OutgoingView> deliver(@PathParam("id") String id) {
    UUID wanted = read(id);
    Tenant tenant = current.tenant();
    return inTransaction(() -> delivery.delivered(tenant, wanted)).map(OutgoingView::listed);
  }

  @POST
  @Path("/{id}/resend")
  @RolesAllowed("operator")
  @Operation(
      operationId = "resendInterchange",
      summary = "Send the same bytes again; not if the partner has confirmed them")
  public Uni<OutgoingView> resend(@PathParam("id") String id) {
    UUID wanted = read(id);
    Tenant tenant = current.tenant();
    return inTransaction(() -> delivery.resend(tenant, wanted)).map(OutgoingView::listed);
  }

  private Uni<OutgoingInterchange> found(UUID id) {
    return store.find(id).map(found -> found.orElseThrow(() -> notFound(id.toString())));
  }

  private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return transactions.inTransaction(current.tenant(), work);
  }

  private static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw notFound(id);
    }
  }

  private static ProblemException notFound(String id) {
    return new ProblemException(
        DispatchRejection.OUTGOING_NOT_FOUND, "There is no outgoing interchange " + id + ".");
  }
}
