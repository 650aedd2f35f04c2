package org.nachbarstrom.edifact.acknowledgement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Expected;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Filter;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Owed;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Received;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Answers in both directions and until when they are due. */
@Path("/v1/acknowledgements")
@RolesAllowed({"viewer", "operator"})
class AcknowledgementResource {
  private static final String FROM_THE_LATEST = "9223372036854775807";

  private final AcknowledgementFinder finder;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  AcknowledgementResource(
      AcknowledgementFinder finder, TenantTransactions transactions, CurrentTenant current) {
    this.finder = finder;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Path("/owed")
  @Operation(
      operationId = "listOwedAnswers",
      summary = "CONTRL and APERAK that we owe partners, the latest first")
  public Uni<Page<OwedAnswerView>> owed(
      @BeanParam AnswerParameters parameters,
      @QueryParam("cursor") @DefaultValue(FROM_THE_LATEST) @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    Filter filter = parameters.filter();
    return page(
        () -> finder.owed(filter, cursor, limit + 1), limit, OwedAnswerView::of, Owed::position);
  }

  @GET
  @Path("/expected")
  @Operation(
      operationId = "listExpectedAnswers",
      summary = "CONTRL and APERAK that partners owe us, the latest first")
  public Uni<Page<ExpectedAnswerView>> expected(
      @BeanParam AnswerParameters parameters,
      @QueryParam("cursor") @DefaultValue(FROM_THE_LATEST) @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    Filter filter = parameters.filter();
    return page(
        () -> finder.expected(filter, cursor, limit + 1),
        limit,
        ExpectedAnswerView::of,
        Expected::position);
  }

  @GET
  @Path("/received")
  @Operation(
      operationId = "listReceivedAcknowledgements",
      summary = "What partners told about interchanges of ours, the latest first")
  public Uni<Page<ReceivedAcknowledgementView>> received(
      @Parameter(description = "false: only those that match nothing of ours")
          @QueryParam("matched")
          @Nullable Boolean matched,
      @QueryParam("cursor") @DefaultValue(FROM_THE_LATEST) @Min(1) long cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return page(
        () -> finder.received(Optional.ofNullable(matched), cursor, limit + 1),
        limit,
        ReceivedAcknowledgementView::of,
        Received::position);
  }

  private <T, V> Uni<Page<V>> page(
      Supplier<Uni<List<T>>> query, int limit, Function<T, V> view, ToLongFunction<T> position) {
    return transactions
        .inTransaction(current.tenant(), query)
        .map(found ->
            new Page<>(
                found.stream().limit(limit).map(view).toList(),
                found.size() > limit
                    ? Long.toString(position.applyAsLong(found.get(limit - 1)))
                    : null));
  }
}
