package org.nachbarstrom.metering.reading.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.reading.ReadDocuments;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/energy-quantities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Readings and energy quantities")
class EnergyQuantityResource {
  private final CurrentTenant currentTenant;
  private final ReadDocuments readDocuments;

  EnergyQuantityResource(CurrentTenant currentTenant, ReadDocuments readDocuments) {
    this.currentTenant = currentTenant;
    this.readDocuments = readDocuments;
  }

  @GET
  @Operation(
      operationId = "readEnergyQuantities",
      summary = "Energy quantities and maxima of an object that count, as known at an instant")
  public Uni<QuantitiesAnswer> read(
      @Parameter(description = "id of the metering point, market location or configuration")
          @QueryParam("object")
          @Nullable String object,
      @Parameter(description = "first instant, UTC; periods that overlap are answered")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "end, exclusive, UTC") @QueryParam("to") @Nullable String to,
      @Parameter(description = "default: now") @QueryParam("asKnownAt")
          @Nullable String asKnownAt) {
    DocumentQuery query = DocumentQuery.of(object, from, to, asKnownAt);
    return readDocuments
        .quantities(currentTenant.tenant(), query.objectId(), query.interval(), query.asKnownAt())
        .map(known ->
            new QuantitiesAnswer(
                query.objectId(),
                known.asKnownAt(),
                known.values().stream().map(QuantityAnswer::of).toList()));
  }

  enum Unit {
    KWH,
    KW
  }

  record QuantitiesAnswer(String object, Instant asKnownAt, List<QuantityAnswer> quantities) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QuantityAnswer(
      DocumentAnswer.ObjectAnswer object,
      QuantityPurpose purpose,
      String obis,
      String value,
      Unit unit,
      ValueQuality quality,
      Instant start,
      Instant end,
      @Nullable String month,
      @Nullable String day,
      DocumentAnswer.@Nullable ValueStatusAnswer status,
      DocumentAnswer.SourceAnswer source) {
    static QuantityAnswer of(DocumentStore.KnownQuantity known) {
      EnergyQuantity quantity = known.quantity();
      QuantityPeriod period = quantity.period();
      return new QuantityAnswer(
          DocumentAnswer.ObjectAnswer.of(known.object()),
          known.purpose(),
          quantity.obis().toString(),
          quantity.value().toPlainString(),
          quantity.isMaximum() ? Unit.KW : Unit.KWH,
          quantity.quality(),
          period.interval().start(),
          period.interval().end(),
          period instanceof QuantityPeriod.Month month ? month.month().toString() : null,
          period instanceof QuantityPeriod.Day day ? day.day().toString() : null,
          DocumentAnswer.ValueStatusAnswer.of(quantity.status()),
          DocumentAnswer.SourceAnswer.of(known.source()));
    }
  }
}
