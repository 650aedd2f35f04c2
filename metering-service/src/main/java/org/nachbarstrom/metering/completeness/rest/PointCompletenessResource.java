package org.nachbarstrom.metering.completeness.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.metering.completeness.CompletenessQuestion;
import org.nachbarstrom.metering.completeness.CompletenessRejection;
import org.nachbarstrom.metering.completeness.QueryCompleteness;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/completeness/days")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator"})
@Tag(name = "Completeness")
class PointCompletenessResource {
  private final CurrentTenant currentTenant;
  private final QueryCompleteness query;

  PointCompletenessResource(CurrentTenant currentTenant, QueryCompleteness query) {
    this.currentTenant = currentTenant;
    this.query = query;
  }

  @GET
  @Operation(
      operationId = "getPointCompleteness",
      summary = "Which quarter-hours of accounting points are there and missing, day by day",
      description =
          "Of one accounting point, of the members of a community, or of all declared points."
              + " A day on which a point is declared, exists and has the direction expects 92, 96"
              + " or 100 values. Those of a day are due in the course of the following day."
              + " A page may hold fewer series than asked for; the end has no next.")
  public Uni<CompletenessAnswer> get(@BeanParam CompletenessParameters parameters) {
    Input input = new Input();
    Optional<CompletenessQuestion> question = parameters.question(input);
    Optional<Instant> known = input.optionalInstant("asKnownAt", parameters.asKnownAt());
    input.refuseIfWrong(CompletenessRejection.INVALID_COMPLETENESS_QUERY);
    CompletenessQuestion asked = question.orElseThrow();
    return query
        .count(currentTenant.tenant(), asked, known)
        .map(counted -> CompletenessAnswer.of(asked.days(), counted));
  }
}
