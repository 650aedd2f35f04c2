package org.nachbarstrom.pricing.rating.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nachbarstrom.pricing.rating.LineDocument;
import org.nachbarstrom.pricing.rating.MissingPrice;
import org.nachbarstrom.pricing.rating.Rating;
import org.nachbarstrom.pricing.rating.RatingRejection;
import org.nachbarstrom.pricing.rating.RatingStore;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.rest.Ids;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** What members' energy costs, or what the answer waits for. */
@Path("/v1/ratings")
@Tag(name = "Ratings")
class RatingResource {
  private final CurrentTenant tenant;
  private final TenantTransactions transactions;
  private final RatingStore store;

  RatingResource(CurrentTenant tenant, TenantTransactions transactions, RatingStore store) {
    this.tenant = tenant;
    this.transactions = transactions;
    this.store = store;
  }

  @GET
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "How far the newest version of a closing is priced; version 0 if unknown")
  public Uni<RatingsView> list(@NotNull @QueryParam("closing") UUID closing) {
    return transactions.inTransaction(
        tenant.tenant(),
        () ->
            store
                .newestVersion(closing)
                .chain(version ->
                    store
                        .list(closing, version)
                        .map(ratings -> RatingsView.of(closing, version, ratings))));
  }

  @GET
  @Path("/{closing}/{accountingPoint}")
  @RolesAllowed({"viewer", "operator"})
  @Operation(summary = "The lines of one member in the newest version that has it")
  public Uni<RatingView> get(
      @PathParam("closing") UUID closing, @PathParam("accountingPoint") String accountingPoint) {
    return transactions.inTransaction(
        tenant.tenant(),
        () ->
            store
                .find(closing, Ids.point(accountingPoint))
                .map(found ->
                    found
                        .map(RatingView::of)
                        .orElseThrow(() ->
                            new ProblemException(
                                RatingRejection.RATING_UNKNOWN,
                                "No energy of %s in closing %s was received"
                                    .formatted(accountingPoint, closing)))));
  }

  /** Progress of one closing version. */
  record RatingsView(
      UUID closing, int version, long rated, long waiting, List<RatingSummary> items) {
    static RatingsView of(UUID closing, int version, List<Rating> ratings) {
      return new RatingsView(
          closing,
          version,
          count(ratings, Rating.State.RATED),
          count(ratings, Rating.State.WAITING),
          ratings.stream().map(RatingSummary::of).toList());
    }

    private static long count(List<Rating> ratings, Rating.State state) {
      return ratings.stream().filter(rating -> rating.state() == state).count();
    }
  }

  /** State of one member. */
  record RatingSummary(String accountingPoint, Rating.State state, List<WaitingFor> waitingFor) {
    static RatingSummary of(Rating rating) {
      return new RatingSummary(
          rating.accountingPoint().value(),
          rating.state(),
          rating.missing().stream().map(WaitingFor::of).toList());
    }
  }

  /** A missing price or contract, with the first local day. */
  record WaitingFor(
      MissingPrice.Reason code, ComponentKind component, String accountingPoint, LocalDate day) {
    static WaitingFor of(MissingPrice missing) {
      return new WaitingFor(
          missing.reason(), missing.component(), missing.accountingPoint().value(), missing.day());
    }
  }

  /** One member with its lines. */
  record RatingView(
      UUID closing,
      int version,
      String accountingPoint,
      Rating.State state,
      List<WaitingFor> waitingFor,
      List<LineDocument> lines) {
    static RatingView of(Rating rating) {
      return new RatingView(
          rating.closing().id(),
          rating.closing().version(),
          rating.accountingPoint().value(),
          rating.state(),
          rating.missing().stream().map(WaitingFor::of).toList(),
          IntStream.range(0, rating.lines().size())
              .mapToObj(i -> LineDocument.of(i + 1, rating.lines().get(i)))
              .toList());
    }
  }
}
