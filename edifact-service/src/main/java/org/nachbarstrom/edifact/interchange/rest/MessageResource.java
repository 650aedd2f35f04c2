package org.nachbarstrom.edifact.interchange.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.interchange.InterchangeFinder;
import org.nachbarstrom.edifact.interchange.InterchangeFinder.ListedMessage;
import org.nachbarstrom.edifact.interchange.InterchangeFinder.MessagePlace;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.rest.Page;
import org.nachbarstrom.support.rest.QueryParameter;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** Messages of all interchanges. */
@Path("/v1/messages")
@RolesAllowed({"viewer", "operator"})
class MessageResource {
  private final InterchangeFinder finder;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  MessageResource(
      InterchangeFinder finder, TenantTransactions transactions, CurrentTenant current) {
    this.finder = finder;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listMessages",
      summary = "Received messages, those of the latest interchange first")
  public Uni<Page<ListedMessageView>> list(
      @BeanParam MessageParameters parameters,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    MessagePlace after =
        QueryParameter.read("cursor", cursor, MessageResource::place).orElse(MessagePlace.START);
    return transactions
        .inTransaction(
            current.tenant(), () -> finder.messages(parameters.search(), after, limit + 1))
        .map(found -> page(found, limit));
  }

  private static Page<ListedMessageView> page(List<ListedMessage> found, int limit) {
    List<ListedMessageView> items = found.stream().limit(limit).map(ListedMessageView::of).toList();
    return new Page<>(items, found.size() > limit ? cursor(found.get(limit - 1).place()) : null);
  }

  private static String cursor(MessagePlace place) {
    return place.interchange() + "." + place.message();
  }

  private static MessagePlace place(String cursor) {
    int dot = cursor.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("no dot");
    }
    return new MessagePlace(
        Long.parseLong(cursor.substring(0, dot)), Integer.parseInt(cursor.substring(dot + 1)));
  }
}
