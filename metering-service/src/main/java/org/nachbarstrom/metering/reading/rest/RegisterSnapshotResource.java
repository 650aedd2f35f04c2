package org.nachbarstrom.metering.reading.rest;

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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.reading.ReadingRejection;
import org.nachbarstrom.metering.reading.RegisterState;
import org.nachbarstrom.metering.reading.SnapshotRegisters;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/accounting-points/{id}/register-snapshot")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Readings and energy quantities")
class RegisterSnapshotResource {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final CurrentTenant currentTenant;
  private final SnapshotRegisters registers;
  private final TenantTransactions transactions;
  private final KeptValues kept;

  RegisterSnapshotResource(
      CurrentTenant currentTenant,
      SnapshotRegisters registers,
      TenantTransactions transactions,
      KeptValues kept) {
    this.transactions = transactions;
    this.kept = kept;
    this.currentTenant = currentTenant;
    this.registers = registers;
  }

  @GET
  @Operation(
      operationId = "readRegisterSnapshot",
      summary = "What the registers of an accounting point showed at an instant",
      description =
          "Of each register the reading of that moment, or the last valid one before it if it is"
              + " not older than the metering of the point allows (readingMaxAge) and the meter"
              + " was not changed since. Readings of up to 400 days before are looked at.")
  public Uni<SnapshotAnswer> read(
      @PathParam("id") String id,
      @Parameter(description = "the moment, UTC") @QueryParam("at") @Nullable String at,
      @Parameter(description = "which readings were known; default: now") @QueryParam("asKnownAt")
          @Nullable String asKnownAt) {
    Input input = new Input();
    Optional<AccountingPointId> point = input.accountingPoint("id", id);
    Optional<Instant> moment = input.instant("at", at);
    Optional<Instant> known = input.optionalInstant("asKnownAt", asKnownAt);
    if (moment.filter(RegisterSnapshotResource::outOfReach).isPresent()) {
      input.wrong("at", "OUT_OF_REACH", "The moment lies between 1970 and 9999.");
    }
    input.refuseIfWrong(ReadingRejection.INVALID_READING_QUERY);
    return registers
        .at(currentTenant.tenant(), point.orElseThrow(), moment.orElseThrow(), known)
        .call(snapshot ->
            transactions.inTransaction(
                currentTenant.tenant(),
                () -> kept.require(List.of(snapshot.accountingPoint().value()), snapshot.at())))
        .map(SnapshotAnswer::of);
  }

  private static boolean outOfReach(Instant moment) {
    return moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SnapshotAnswer(
      String accountingPoint,
      Instant at,
      Instant asKnownAt,
      @Schema(description = "greatest age of a reading that stands in; absent: none does")
          @Nullable String readingMaxAge,
      List<RegisterAnswer> registers) {
    static SnapshotAnswer of(SnapshotRegisters.RegisterSnapshot snapshot) {
      return new SnapshotAnswer(
          snapshot.accountingPoint().value(),
          snapshot.at(),
          snapshot.asKnownAt(),
          snapshot.maxAge().map(Duration::toString).orElse(null),
          snapshot.states().stream().map(RegisterAnswer::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RegisterAnswer(
      DocumentAnswer.ObjectAnswer object,
      @Schema(description = "quantity, type and tariff of its OBIS code, such as 1.8.0")
          String register,
      @Nullable String deviceNumber,
      @Schema(description = "the reading that counts; absent: none does")
          ReadingResource.@Nullable ReadingAnswer reading,
      @Schema(description = "how long before the snapshot the reading is of, such as PT15M")
          @Nullable String age,
      @Schema(description = "whether the reading is of an earlier moment")
          @Nullable Boolean standsIn,
      @Schema(description = "why no reading counts") RegisterState.@Nullable Reason missing,
      @Schema(description = "moment of the last valid reading, which does not count")
          @Nullable Instant lastValidAt) {
    static RegisterAnswer of(RegisterState state) {
      DocumentAnswer.ObjectAnswer object = DocumentAnswer.ObjectAnswer.of(state.object());
      String device = state.deviceNumber().isEmpty() ? null : state.deviceNumber();
      return switch (state.shown()) {
        case RegisterState.Counts counts ->
            new RegisterAnswer(
                object,
                state.register(),
                device,
                ReadingResource.ReadingAnswer.of(counts.known()),
                counts.age().toString(),
                counts.standsIn(),
                null,
                null);
        case RegisterState.Missing missing ->
            new RegisterAnswer(
                object,
                state.register(),
                device,
                null,
                null,
                null,
                missing.reason(),
                missing.lastValidAt());
      };
    }
  }
}
