package org.nachbarstrom.metering.closing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.ReproduceVersion;
import org.nachbarstrom.metering.closing.Reproduction;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Versions of closings computed again. */
@Path("/v1/closings/{id}/reproduction")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Closings")
class ReproductionResource {
  private final CurrentTenant currentTenant;
  private final ReproduceVersion reproduce;
  private final ReproductionPlaces places;

  ReproductionResource(
      CurrentTenant currentTenant, ReproduceVersion reproduce, ReproductionPlaces places) {
    this.currentTenant = currentTenant;
    this.reproduce = reproduce;
    this.places = places;
  }

  @GET
  @Operation(
      operationId = "reproduceClosing",
      summary = "Compute a version again from its snapshot and tell what differs; keeps nothing",
      description =
          "'from' is LISTS where values were deleted or are missing: then only hashes and sums are"
              + " compared. At most 100 differences of each part are told, all are counted. Few can"
              + " run at a time; 503 with Retry-After if it is not the turn of this one.")
  public Uni<ReproductionAnswer> get(
      @PathParam("id") String id,
      @Parameter(description = "default: the newest") @QueryParam("version")
          @Nullable Integer version) {
    Tenant tenant = currentTenant.tenant();
    UUID closing = ClosingIds.parse(id);
    return places
        .run(() -> reproduce.reproduce(tenant, closing, Optional.ofNullable(version)))
        .map(ReproductionAnswer::of);
  }

  record ReproductionAnswer(
      UUID closing,
      int version,
      Instant recordedAt,
      Reproduction.From from,
      boolean equal,
      List<CheckAnswer> checks) {
    static ReproductionAnswer of(Reproduction reproduction) {
      return new ReproductionAnswer(
          reproduction.closing(),
          reproduction.version().version(),
          reproduction.version().recordedAt(),
          reproduction.from(),
          reproduction.equal(),
          reproduction.checks().stream().map(CheckAnswer::of).toList());
    }
  }

  record CheckAnswer(
      Reproduction.Part part, boolean equal, long differences, List<DifferenceAnswer> first) {
    static CheckAnswer of(Reproduction.Check check) {
      return new CheckAnswer(
          check.part(),
          check.equal(),
          check.differences(),
          check.first().stream()
              .map(one -> new DifferenceAnswer(one.position(), one.stored(), one.found()))
              .toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DifferenceAnswer(String position, @Nullable String stored, @Nullable String found) {}
}
