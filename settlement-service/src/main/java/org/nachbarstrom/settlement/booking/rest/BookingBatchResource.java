package org.nachbarstrom.settlement.booking.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.settlement.booking.BatchStore;
import org.nachbarstrom.settlement.booking.BookingRejection;
import org.nachbarstrom.settlement.booking.ReleaseBatch;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Booking batches over HTTP. */
@Path("/v1/booking-batches/{id}")
@Tag(name = "Booking batches")
class BookingBatchResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final BatchStore store;
  private final ReleaseBatch release;

  BookingBatchResource(
      CurrentTenant tenant,
      TenantTransactions transactions,
      BatchStore store,
      ReleaseBatch release) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.store = store;
    this.release = release;
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "Read a batch with all its bookings, before or after it is cleared")
  public Uni<BookingBatchView> get(@PathParam("id") String id) {
    UUID batch = batchId(id);
    return transactions
        .inTransaction(tenant.tenant(), () -> store.find(batch))
        .map(found -> found.map(BookingBatchView::of).orElseThrow(() -> unknown(id)));
  }

  @POST
  @Path("/release")
  @RolesAllowed("operator")
  @Operation(summary = "Send a prepared batch to clearing; does nothing if it was sent before")
  public Uni<BookingBatchView> release(@PathParam("id") String id) {
    UUID batch = batchId(id);
    Tenant caller = tenant.tenant();
    return transactions
        .inTransaction(caller, () -> release.release(caller, batch))
        .map(BookingBatchView::of);
  }

  private static UUID batchId(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw unknown(id);
    }
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(BookingRejection.BATCH_UNKNOWN, "No batch has the id " + id);
  }
}
