package org.nachbarstrom.metering.accountingpoint.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.accountingpoint.DeclareMetering;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points/{id}/metering")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting points")
class PointMeteringResource {
  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final PointMeterings meterings;
  private final DeclareMetering declare;

  PointMeteringResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      PointMeterings meterings,
      DeclareMetering declare) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.meterings = meterings;
    this.declare = declare;
  }

  @PUT
  @RolesAllowed("operator")
  @Operation(
      operationId = "declareMetering",
      summary = "Declare how an accounting point is metered; the same again changes nothing")
  public Uni<MeteringAnswer> put(@PathParam("id") String id, @NotNull MeteringBody body) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    Optional<MeteringPointId> meteringPoint =
        Optional.ofNullable(body.meteringPoint()).flatMap(MeteringPointId::tryParse);
    if (body.meteringPoint() != null && meteringPoint.isEmpty()) {
      input.wrong(
          "/meteringPoint", "UNREADABLE", "'" + body.meteringPoint() + "' has not 33 characters.");
    }
    Optional<LocalDate> from = input.optionalDate("/from", body.from());
    Optional<AccountingPointId> checkPoint =
        body.checkPoint() == null
            ? Optional.empty()
            : input.accountingPoint("/checkPoint", body.checkPoint());
    input.refuseIfWrong(AccountingPointRejection.INVALID_ACCOUNTING_POINT);
    PointMetering metering =
        metering(point.orElseThrow(), meteringPoint, body, new More(from, checkPoint));
    return declare.declare(currentTenant.tenant(), metering).map(MeteringAnswer::of);
  }

  private static PointMetering metering(
      AccountingPointId point,
      Optional<MeteringPointId> meteringPoint,
      MeteringBody body,
      More more) {
    try {
      return new PointMetering(
          point,
          meteringPoint.orElse(null),
          Objects.requireNonNullElse(body.transformerFactor(), 1),
          body.registerDigits(),
          body.connectionCapacityWatts(),
          more.from().orElse(null),
          maxAge(body),
          more.checkPoint().orElse(null));
    } catch (DateTimeParseException unreadable) {
      throw new ProblemException(
          AccountingPointRejection.INVALID_ACCOUNTING_POINT,
          "'" + body.readingMaxAge() + "' is no duration such as PT24H.");
    } catch (IllegalArgumentException outOfBounds) {
      throw new ProblemException(
          AccountingPointRejection.INVALID_ACCOUNTING_POINT,
          String.valueOf(outOfBounds.getMessage()));
    }
  }

  private static @Nullable Duration maxAge(MeteringBody body) {
    return body.readingMaxAge() == null ? null : Duration.parse(body.readingMaxAge());
  }

  /** What was read of the body. */
  private record More(Optional<LocalDate> from, Optional<AccountingPointId> checkPoint) {}

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "getMetering", summary = "How an accounting point is metered")
  public Uni<MeteringAnswer> get(@PathParam("id") String id) {
    return AccountingPointId.tryParse(id)
        .map(point ->
            transactions.inTransaction(currentTenant.tenant(), () -> meterings.find(point)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found ->
            found
                .map(MeteringAnswer::of)
                .orElseThrow(() ->
                    new ProblemException(
                        AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT,
                        "No metering of accounting point '" + id + "' is declared.")));
  }

  record MeteringBody(
      @Schema(description = "33 characters; absent: not known") @Nullable String meteringPoint,
      @Schema(description = "what readings are multiplied by; default 1", minimum = "1")
          @Nullable Integer transformerFactor,
      @Schema(description = "before the decimal mark; absent: not known", minimum = "3")
          @Nullable Integer registerDigits,
      @Schema(description = "absent: not known", minimum = "1")
          @Nullable Long connectionCapacityWatts,
      @Schema(description = "first local date on which it is so; absent: it always was")
          @Nullable String from,
      @Schema(
              description =
                  "up to which age the last valid reading may stand in for one that is missing in"
                      + " a snapshot of registers (Aktualität), such as PT24H, at most 366 days;"
                      + " absent: none may")
          @Nullable String readingMaxAge,
      @Schema(description = "point whose series this one's is held against; absent: none")
          @Nullable String checkPoint) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MeteringAnswer(
      String accountingPoint,
      @Nullable String meteringPoint,
      int transformerFactor,
      @Nullable Integer registerDigits,
      @Nullable Long connectionCapacityWatts,
      @Nullable LocalDate from,
      @Nullable String readingMaxAge,
      @Nullable String checkPoint,
      int revision) {
    static MeteringAnswer of(PointMeterings.Revised revised) {
      Duration maxAge = revised.metering().readingMaxAge();
      AccountingPointId checkPoint = revised.metering().checkPoint();
      MeteringPointId meteringPoint = revised.metering().meteringPoint();
      return new MeteringAnswer(
          revised.metering().accountingPoint().value(),
          meteringPoint == null ? null : meteringPoint.value(),
          revised.metering().transformerFactor(),
          revised.metering().registerDigits(),
          revised.metering().connectionCapacityWatts(),
          revised.metering().from(),
          maxAge == null ? null : maxAge.toString(),
          checkPoint == null ? null : checkPoint.value(),
          revised.revision());
    }
  }
}
