package org.nachbarstrom.metering.reading.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.DeriveAgain;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.ReadDocuments;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/readings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Readings and energy quantities")
class ReadingResource {
  private final CurrentTenant currentTenant;
  private final ReadDocuments readDocuments;
  private final DeriveAgain deriveAgain;

  ReadingResource(
      CurrentTenant currentTenant, ReadDocuments readDocuments, DeriveAgain deriveAgain) {
    this.currentTenant = currentTenant;
    this.readDocuments = readDocuments;
    this.deriveAgain = deriveAgain;
  }

  @GET
  @Operation(
      operationId = "readReadings",
      summary = "Register readings of an object that count, as known at an instant")
  public Uni<ReadingsAnswer> read(
      @Parameter(description = "id of the metering point, market location or configuration")
          @QueryParam("object")
          @Nullable String object,
      @Parameter(description = "first moment, UTC") @QueryParam("from") @Nullable String from,
      @Parameter(description = "last moment, inclusive, UTC") @QueryParam("to") @Nullable String to,
      @Parameter(description = "default: now") @QueryParam("asKnownAt")
          @Nullable String asKnownAt) {
    DocumentQuery query = DocumentQuery.of(object, from, to, asKnownAt);
    return readDocuments
        .readings(currentTenant.tenant(), query.objectId(), query.interval(), query.asKnownAt())
        .map(known ->
            new ReadingsAnswer(
                query.objectId(),
                known.asKnownAt(),
                known.values().stream().map(ReadingAnswer::of).toList()));
  }

  @POST
  @Path("/interval-energies")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("operator")
  @Operation(
      operationId = "deriveIntervalEnergies",
      summary = "Record again the energy per quarter-hour that readings of a period tell")
  @APIResponse(responseCode = "204", description = "recorded in the series of the object")
  public Uni<Void> derive(@NotNull DerivationBody body) {
    DocumentQuery query = DocumentQuery.of(body.object(), body.from(), body.to(), null);
    return deriveAgain.derive(currentTenant.tenant(), query.accountingPoint(), query.interval());
  }

  record DerivationBody(
      @Schema(description = "market location or metering point") @Nullable String object,
      @Schema(description = "first moment, UTC") @Nullable String from,
      @Schema(description = "last moment, inclusive, UTC") @Nullable String to) {}

  record ReadingsAnswer(String object, Instant asKnownAt, List<ReadingAnswer> readings) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadingAnswer(
      DocumentAnswer.ObjectAnswer object,
      @Nullable String deviceNumber,
      String obis,
      String value,
      ValueQuality quality,
      Instant at,
      @Nullable LocalDate readOn,
      @Nullable Instant readAt,
      @Nullable Instant changedAt,
      DocumentAnswer.@Nullable ValueStatusAnswer status,
      DocumentAnswer.SourceAnswer source) {
    static ReadingAnswer of(DocumentStore.KnownReading known) {
      Reading reading = known.reading();
      return new ReadingAnswer(
          DocumentAnswer.ObjectAnswer.of(known.object()),
          known.deviceNumber().isEmpty() ? null : known.deviceNumber(),
          reading.obis().toString(),
          reading.value().toPlainString(),
          reading.quality(),
          reading.at(),
          reading.readOn(),
          reading.readAt(),
          reading.changedAt(),
          DocumentAnswer.ValueStatusAnswer.of(reading.status()),
          DocumentAnswer.SourceAnswer.of(known.source()));
    }
  }
}
