package org.nachbarstrom.edifact.subscription.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.edifact.subscription.DeclareSubscription;
import org.nachbarstrom.edifact.subscription.ReportStore;
import org.nachbarstrom.edifact.subscription.Subscription;
import org.nachbarstrom.edifact.subscription.SubscriptionId;
import org.nachbarstrom.edifact.subscription.SubscriptionRejection;
import org.nachbarstrom.edifact.subscription.SubscriptionStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Subscriptions over HTTP. */
@Path("/v1/subscriptions")
@Tag(name = "Subscriptions")
@RolesAllowed({"viewer", "operator"})
class SubscriptionResource {
  private final CurrentTenant current;
  private final TenantTransactions transactions;
  private final DeclareSubscription declare;
  private final SubscriptionStore store;
  private final ReportStore reports;

  SubscriptionResource(
      CurrentTenant current,
      TenantTransactions transactions,
      DeclareSubscription declare,
      SubscriptionStore store,
      ReportStore reports) {
    this.current = current;
    this.transactions = transactions;
    this.declare = declare;
    this.store = store;
    this.reports = reports;
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "putSubscription",
      summary = "Say what a partner gets of closings or substitutes from now on")
  public Uni<SubscriptionView> put(
      @PathParam("id") String id, @Valid @NotNull SubscriptionRequest request) {
    Subscription subscription = request.toSubscription(read(id));
    Tenant tenant = current.tenant();
    return transactions
        .inTransaction(tenant, () -> declare.declare(tenant, subscription))
        .replaceWith(() -> SubscriptionView.of(subscription));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getSubscription", summary = "What a partner gets")
  public Uni<SubscriptionView> get(@PathParam("id") String id) {
    SubscriptionId wanted = read(id);
    return transactions
        .inTransaction(current.tenant(), () -> store.find(wanted))
        .map(found -> found.map(SubscriptionView::of).orElseThrow(() -> notFound(id)));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  @Operation(
      operationId = "deleteSubscription",
      summary = "End it; what was reported stands and is not corrected any more")
  public Uni<Void> delete(@PathParam("id") String id) {
    SubscriptionId wanted = read(id);
    return transactions
        .inTransaction(current.tenant(), () -> store.delete(wanted))
        .map(deleted -> {
          if (!deleted) {
            throw notFound(id);
          }
          return deleted;
        })
        .replaceWithVoid();
  }

  @GET
  @Operation(operationId = "listSubscriptions", summary = "Subscriptions by id")
  public Uni<Page<SubscriptionView>> list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return transactions
        .inTransaction(current.tenant(), () -> store.list(cursor, limit + 1))
        .map(found -> {
          List<SubscriptionView> items =
              found.stream().limit(limit).map(SubscriptionView::of).toList();
          return new Page<>(items, found.size() > limit ? items.getLast().id() : null);
        });
  }

  @GET
  @Path("/{id}/reports")
  @Operation(
      operationId = "listReports",
      summary = "What was reported to the partner, and what was not and why, the latest first")
  public Uni<Page<ReportView>> reports(
      @PathParam("id") String id,
      @QueryParam("cursor") @DefaultValue("9223372036854775807") @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    SubscriptionId wanted = read(id);
    return transactions
        .inTransaction(current.tenant(), () -> reports.list(wanted, cursor, limit + 1))
        .map(found -> {
          List<ReportView> items =
              found.stream().limit(limit).map(one -> ReportView.of(one.report())).toList();
          String next = found.size() > limit ? Long.toString(found.get(limit - 1).number()) : null;
          return new Page<>(items, next);
        });
  }

  private static SubscriptionId read(String id) {
    try {
      return new SubscriptionId(id);
    } catch (IllegalArgumentException malformed) {
      throw notFound(id);
    }
  }

  private static ProblemException notFound(String id) {
    return new ProblemException(
        SubscriptionRejection.SUBSCRIPTION_NOT_FOUND, "There is no subscription " + id + ".");
  }
}
