package org.nachbarstrom.clearing.batch.rest;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.BatchRejection;
import org.nachbarstrom.clearing.batch.BatchState;
import org.nachbarstrom.clearing.batch.BatchStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Booking batches and how far they are. */
@Path("/v1/batches")
@RolesAllowed({"viewer", "operator"})
class BatchResource {
  private final BatchStore batches;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  BatchResource(BatchStore batches, TenantTransactions transactions, CurrentTenant current) {
    this.batches = batches;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Operation(operationId = "listBatches", summary = "Batches in the order of arrival")
  public Uni<Page<BatchView>> list(
      @QueryParam("state") @Nullable BatchState state,
      @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    return inTransaction(() ->
        batches
            .nextSequence()
            .chain(next ->
                batches
                    .list(Optional.ofNullable(state), cursor, limit + 1)
                    .map(found -> page(found, limit, next))));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getBatch", summary = "One batch: its state and what it waits for")
  public Uni<BatchView> get(@PathParam("id") UUID id) {
    return inTransaction(() ->
        batches
            .nextSequence()
            .chain(next ->
                batches
                    .find(id)
                    .map(found ->
                        found
                            .map(batch -> BatchView.of(batch, next))
                            .orElseThrow(() -> notFound(id)))));
  }

  private static ProblemException notFound(UUID id) {
    return new ProblemException(BatchRejection.BATCH_NOT_FOUND, "There is no batch " + id + ".");
  }

  private static Page<BatchView> page(List<BatchRecord> found, int limit, long nextSequence) {
    List<BatchView> items =
        found.stream().limit(limit).map(batch -> BatchView.of(batch, nextSequence)).toList();
    String next = found.size() > limit ? String.valueOf(found.get(limit - 1).position()) : null;
    return new Page<>(items, next);
  }

  private <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
    return transactions.inTransaction(current.tenant(), work);
  }
}
