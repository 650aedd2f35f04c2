package org.nachbarstrom.metering.closing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.metering.closing.QueryClosings;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** How much is waiting to be computed; what it is says the list of closings by state. */
@Path("/v1/closing-queue")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Closings")
class ClosingQueueResource {
  private final CurrentTenant currentTenant;
  private final QueryClosings query;

  ClosingQueueResource(CurrentTenant currentTenant, QueryClosings query) {
    this.currentTenant = currentTenant;
    this.query = query;
  }

  @GET
  @Operation(
      operationId = "getClosingQueue",
      summary = "How many closings are queued, how many of them failed, and since when")
  public Uni<QueueAnswer> get() {
    return query.queue(currentTenant.tenant()).map(QueueAnswer::of);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QueueAnswer(long closings, long failing, long causes, @Nullable Instant oldest) {
    static QueueAnswer of(Optional<ClosingJobs.Length> length) {
      return length
          .map(queued ->
              new QueueAnswer(
                  queued.closings(), queued.failing(), queued.causes(), queued.oldest()))
          .orElseGet(() -> new QueueAnswer(0, 0, 0, null));
    }
  }
}
