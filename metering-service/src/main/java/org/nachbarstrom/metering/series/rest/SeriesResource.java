package org.nachbarstrom.metering.series.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.ReadSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Series")
class SeriesResource {
  private static final Duration LONGEST = Duration.ofDays(400);

  private final CurrentTenant currentTenant;
  private final ReadSeries readSeries;
  private final TenantTransactions transactions;
  private final KeptValues kept;

  SeriesResource(
      CurrentTenant currentTenant,
      ReadSeries readSeries,
      TenantTransactions transactions,
      KeptValues kept) {
    this.transactions = transactions;
    this.kept = kept;
    this.currentTenant = currentTenant;
    this.readSeries = readSeries;
  }

  @GET
  @Path("/{id}/series")
  @Operation(
      operationId = "readSeries",
      summary = "Quarter-hour values of an accounting point as known at an instant")
  public Uni<SeriesAnswer> read(
      @PathParam("id") String id,
      @Parameter(description = "first instant, UTC") @QueryParam("from") @Nullable String from,
      @Parameter(description = "end, exclusive, UTC") @QueryParam("to") @Nullable String to,
      @Parameter(description = "default: now") @QueryParam("asKnownAt")
          @Nullable String asKnownAt) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    Optional<Interval> interval = interval(input, from, to);
    Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
    input.refuseIfWrong(SeriesRejection.INVALID_SERIES_QUERY);
    AccountingPointId accountingPoint = point.orElseThrow();
    return readSeries
        .read(currentTenant.tenant(), accountingPoint, interval.orElseThrow(), known)
        .call(series ->
            transactions.inTransaction(
                currentTenant.tenant(),
                () -> kept.require(List.of(accountingPoint.value()), series.interval().start())))
        .map(series -> answer(accountingPoint, series));
  }

  private static Optional<Interval> interval(
      Input input, @Nullable String from, @Nullable String to) {
    Optional<Instant> start = input.instant("from", from);
    Optional<Instant> end = input.instant("to", to);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (!start.get().isBefore(end.get())
        || !Interval.isQuarterHour(start.get())
        || !Interval.isQuarterHour(end.get())
        || Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0) {
      input.wrong("to", "INVALID_PERIOD", "From and to are quarter-hours, at most 400 days apart.");
      return Optional.empty();
    }
    return Optional.of(new Interval(start.get(), end.get()));
  }

  private static SeriesAnswer answer(AccountingPointId point, ReadSeries.KnownSeries known) {
    List<DirectedSeries> series = new ArrayList<>();
    for (EnergyDirection direction : EnergyDirection.values()) {
      SeriesKey key = new SeriesKey(point, direction);
      if (known.snapshot().blocks().containsKey(key)) {
        series.add(new DirectedSeries(direction, values(known, key)));
      }
    }
    return new SeriesAnswer(
        point.value(), known.interval().start(), known.interval().end(), known.asKnownAt(), series);
  }

  private static List<Value> values(ReadSeries.KnownSeries known, SeriesKey key) {
    LoadProfile profile = known.snapshot().profile(key, known.interval());
    List<Value> values = new ArrayList<>(profile.size());
    for (int i = 0; i < profile.size(); i++) {
      if (profile.quality(i) != ValueQuality.MISSING) {
        Instant start = profile.start(i);
        values.add(
            new Value(
                start,
                profile.energy(i),
                profile.quality(i),
                StatusAnswer.of(known.snapshot().status(key, start))));
      }
    }
    return values;
  }

  record SeriesAnswer(
      String accountingPoint,
      Instant from,
      Instant to,
      Instant asKnownAt,
      List<DirectedSeries> series) {}

  record DirectedSeries(EnergyDirection direction, List<Value> values) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Value(
      Instant start,
      long quantityMilliWattHours,
      ValueQuality quality,
      @Nullable StatusAnswer status) {}
}
