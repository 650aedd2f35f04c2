package org.nachbarstrom.metering.substitute.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.substitute.DecideSubstitution;
import org.nachbarstrom.metering.substitute.Formed;
import org.nachbarstrom.metering.substitute.ProposeSubstitutes;
import org.nachbarstrom.metering.substitute.SubstituteRejection;
import org.nachbarstrom.metering.substitute.SubstitutionState;
import org.nachbarstrom.metering.substitute.Substitutions;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

@Path("/v1/substitutions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Substitutes")
class SubstitutionResource {
  private static final int LARGEST_PAGE = 1000;

  private final CurrentTenant currentTenant;
  private final TenantTransactions transactions;
  private final Substitutions substitutions;
  private final ProposeSubstitutes propose;
  private final DecideSubstitution decide;

  SubstitutionResource(
      CurrentTenant currentTenant,
      TenantTransactions transactions,
      Substitutions substitutions,
      ProposeSubstitutes propose,
      DecideSubstitution decide) {
    this.currentTenant = currentTenant;
    this.transactions = transactions;
    this.substitutions = substitutions;
    this.propose = propose;
    this.decide = decide;
  }

  @POST
  @RolesAllowed("operator")
  @Operation(
      operationId = "proposeSubstitutes",
      summary = "Form values for all gaps of a series in a period; again answers the same ones")
  public Uni<ProposedAnswer> post(@NotNull SubstitutionBody body) {
    SubstitutionBody.Question question = body.read();
    return propose
        .propose(currentTenant.tenant(), question.key(), question.period(), question.reason())
        .map(ProposedAnswer::of);
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed("operator")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "confirmSubstitution",
      summary = "Record the values of a substitution; again changes nothing")
  public Uni<SubstitutionAnswer> confirm(
      @PathParam("id") String id, @Context SecurityContext security) {
    return decide(id, SubstitutionState.CONFIRMED, security);
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed("operator")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "rejectSubstitution",
      summary = "Do not use the values of a substitution; again changes nothing")
  public Uni<SubstitutionAnswer> reject(
      @PathParam("id") String id, @Context SecurityContext security) {
    return decide(id, SubstitutionState.REJECTED, security);
  }

  private Uni<SubstitutionAnswer> decide(
      String id, SubstitutionState state, SecurityContext security) {
    return decide
        .decide(currentTenant.tenant(), parse(id), state, security.getUserPrincipal().getName())
        .map(SubstitutionAnswer::of);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "getSubstitution", summary = "A substitution")
  public Uni<SubstitutionAnswer> get(@PathParam("id") String id) {
    UUID substitution = parse(id);
    return transactions
        .inTransaction(currentTenant.tenant(), () -> substitutions.find(substitution))
        .map(found -> found.map(SubstitutionAnswer::of).orElseThrow(() -> unknown(id)));
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(operationId = "listSubstitutions", summary = "Substitutions by time of proposal")
  public Uni<Page<SubstitutionAnswer>> list(
      @QueryParam("accountingPoint") @DefaultValue("") String accountingPoint,
      @QueryParam("state") @Nullable SubstitutionState state,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("cursor") @DefaultValue("") String cursor) {
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    Substitutions.Place after = place(cursor).orElse(null);
    return transactions
        .inTransaction(
            currentTenant.tenant(), () -> substitutions.list(accountingPoint, state, after, size))
        .map(found ->
            new Page<>(
                found.stream().map(SubstitutionAnswer::of).toList(),
                found.size() < size ? null : cursor(found.getLast())));
  }

  private static String cursor(Substitutions.Known last) {
    return last.proposedAt() + "/" + last.substitution().id();
  }

  private static Optional<Substitutions.Place> place(String cursor) {
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    int parting = Math.max(0, cursor.indexOf('/'));
    Input input = new Input();
    Optional<Instant> proposedAt = input.instant("cursor", cursor.substring(0, parting));
    input.refuseIfWrong(SubstituteRejection.INVALID_SUBSTITUTION);
    return Optional.of(
        new Substitutions.Place(proposedAt.orElseThrow(), parse(cursor.substring(parting + 1))));
  }

  private static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notAnId) {
      throw unknown(id);
    }
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(
        SubstituteRejection.UNKNOWN_SUBSTITUTION, "There is no substitution '" + id + "'.");
  }

  record ProposedAnswer(List<SubstitutionAnswer> substitutions, List<Unfilled> unfilled) {
    static ProposedAnswer of(ProposeSubstitutes.Proposed proposed) {
      return new ProposedAnswer(
          proposed.substitutions().stream().map(SubstitutionAnswer::of).toList(),
          proposed.impossible().stream().map(Unfilled::of).toList());
    }
  }

  record Unfilled(Instant start, Instant end, Formed.Why why) {
    static Unfilled of(Formed.Impossible impossible) {
      return new Unfilled(
          impossible.interval().start(), impossible.interval().end(), impossible.why());
    }
  }
}
