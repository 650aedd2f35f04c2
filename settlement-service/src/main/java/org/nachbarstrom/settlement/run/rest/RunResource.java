package org.nachbarstrom.settlement.run.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.run.RunDetails;
import org.nachbarstrom.settlement.run.RunRejection;
import org.nachbarstrom.settlement.run.RunStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Runs over HTTP. */
@Path("/v1/runs")
@Tag(name = "Runs")
class RunResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final RunStore store;

  RunResource(CurrentTenant tenant, TenantTransactions transactions, RunStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.store = store;
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "List the runs of a closing, newest version first, or all, newest first")
  public Uni<Page<RunView>> list(
      @QueryParam("closing") @Nullable String closing,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    if (closing == null) {
      long before = cursor == null ? Long.MAX_VALUE : number(cursor);
      return transactions
          .inTransaction(tenant.tenant(), () -> store.all(before, limit + 1))
          .map(found -> page(found, limit, RunDetails::number));
    }
    UUID id = closing(closing);
    int before = cursor == null ? Integer.MAX_VALUE : (int) Math.min(number(cursor), 1 << 30);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.ofClosing(id, before, limit + 1))
        .map(found -> page(found, limit, details -> details.run().closing().version()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read a run: how far it is, what it waits for, what it booked")
  public Uni<RunView> get(@PathParam("id") String id) {
    UUID run = runId(id);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.details(run))
        .map(found -> found.map(RunView::of).orElseThrow(() -> unknown(id)));
  }

  private static Page<RunView> page(
      List<RunDetails> found, int limit, ToLongFunction<RunDetails> cursor) {
    List<RunDetails> items = found.stream().limit(limit).toList();
    return new Page<>(
        items.stream().map(RunView::of).toList(),
        found.size() > limit ? Long.toString(cursor.applyAsLong(items.getLast())) : null);
  }

  private static UUID runId(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw unknown(id);
    }
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(RunRejection.RUN_UNKNOWN, "No run has the id " + id);
  }

  private static UUID closing(String closing) {
    try {
      return UUID.fromString(closing);
    } catch (IllegalArgumentException malformed) {
      throw malformed("closing", "A closing id is a UUID, not '" + closing + "'");
    }
  }

  private static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException malformed) {
      throw malformed("cursor", "Use the member 'next' of the list before as cursor");
    }
  }

  private static ProblemException malformed(String name, String detail) {
    return new ProblemException(
        RunRejection.MALFORMED_PARAMETER,
        detail,
        List.of(new FieldError(name, "MALFORMED", detail)));
  }
}
