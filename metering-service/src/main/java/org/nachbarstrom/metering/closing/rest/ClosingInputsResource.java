package org.nachbarstrom.metering.closing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.closing.KeyDay;
import org.nachbarstrom.metering.closing.MemberInputs;
import org.nachbarstrom.metering.closing.QueryInputs;
import org.nachbarstrom.metering.metered.Borrowed;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** What versions of closings used. */
@Path("/v1/closings/{id}/inputs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Closings")
class ClosingInputsResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final QueryInputs query;

  ClosingInputsResource(CurrentTenant currentTenant, QueryInputs query) {
    this.currentTenant = currentTenant;
    this.query = query;
  }

  @GET
  @Operation(
      operationId = "listClosingInputs",
      summary = "Keys, and per member and day the terms and the hash of the values a version used",
      description =
          "inputsSha256 is the SHA-256 of the line 'closing inputs 2', of a line '<day> <start>"
              + " <quarterHours> <key>' per day and a line '<accountingPoint> <direction> <sha256>'"
              + " per member in the order of accounting points, each ended by a line feed; sha256"
              + " of a member that of its lines '<day> <terms> <leading|following>"
              + " <meteredMilliWattHours> <valuesSha256>'; valuesSha256 that of the day's"
              + " quarter-hours as 8 bytes energy in 10^-6 kWh, big-endian, and one letter: M"
              + " measured, S substitute, P provisional.")
  public Uni<InputsAnswer> list(
      @PathParam("id") String id,
      @Parameter(description = "default: the newest") @QueryParam("version")
          @Nullable Integer version,
      @Parameter(description = "members at once") @QueryParam("limit") @DefaultValue("100")
          int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    return query
        .list(
            currentTenant.tenant(),
            ClosingIds.parse(id),
            Optional.ofNullable(version),
            cursor,
            size)
        .map(listed -> InputsAnswer.of(listed, size));
  }

  record InputsAnswer(
      UUID closing,
      int version,
      Instant recordedAt,
      String zone,
      String inputsSha256,
      List<KeyDay> days,
      List<MemberAnswer> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {
    static InputsAnswer of(QueryInputs.Listed listed, int size) {
      List<MemberInputs> members = listed.members();
      return new InputsAnswer(
          listed.closing(),
          listed.basis().version(),
          listed.basis().recordedAt(),
          listed.basis().zone().getId(),
          listed.basis().digest().sha256(),
          listed.days(),
          members.stream().map(MemberAnswer::of).toList(),
          members.size() < size ? null : members.getLast().accountingPoint().value());
    }
  }

  record MemberAnswer(
      String accountingPoint, EnergyDirection direction, String sha256, List<DayAnswer> days) {
    static MemberAnswer of(MemberInputs member) {
      return new MemberAnswer(
          member.accountingPoint().value(),
          member.direction(),
          member.sha256(),
          member.days().stream().map(DayAnswer::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DayAnswer(
      LocalDate day,
      String terms,
      boolean leading,
      @Nullable String meteringPoint,
      @Nullable Integer quarterHoursOfMeteringPoint,
      long meteredMilliWattHours,
      String valuesSha256) {
    static DayAnswer of(MemberInputs.Day day) {
      Optional<Borrowed> borrowed = Optional.ofNullable(day.borrowed());
      return new DayAnswer(
          day.day(),
          day.terms(),
          day.leading(),
          borrowed.map(from -> from.meteringPoint().value()).orElse(null),
          borrowed.map(Borrowed::quarterHours).orElse(null),
          day.metered(),
          day.valuesSha256());
    }
  }
}
