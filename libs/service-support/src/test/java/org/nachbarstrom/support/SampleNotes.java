package org.nachbarstrom.support;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.event.EventConsumer;
import org.nachbarstrom.support.event.IncomingEvent;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.CurrentTenant;
import org.nachbarstrom.support.trace.Trace;

/** A minimal service that uses every part of the support library. */
@Path("/v1/notes")
@ApplicationScoped
public class SampleNotes {
  /** One note; the word {@code poison} is refused and {@code crash} fails. */
  public record Note(@NotEmpty String id, @NotEmpty List<String> words) {}

  private final TenantTransactions transactions;
  private final Sql sql;
  private final Outbox outbox;
  private final EventConsumer events;
  private final CurrentTenant tenant;

  SampleNotes(
      TenantTransactions transactions,
      Sql sql,
      Outbox outbox,
      EventConsumer events,
      CurrentTenant tenant) {
    this.transactions = transactions;
    this.sql = sql;
    this.outbox = outbox;
    this.events = events;
    this.tenant = tenant;
  }

  /** Sends the note round by way of the broker; it is stored when it comes back. */
  @POST
  @RolesAllowed("operator")
  public Uni<String> send(@Valid Note note) {
    var current = tenant.tenant();
    return transactions
        .inTransaction(
            current,
            () ->
                outbox.append(
                    current, new OutgoingEvent("metering.member-energy.v1", note.id(), note)))
        .replaceWith(Trace.currentId());
  }

  /** Appends the same event and then fails, so that neither may survive. */
  @PUT
  @RolesAllowed("operator")
  public Uni<Void> sendAndFail(Note note) {
    var current = tenant.tenant();
    return transactions.inTransaction(
        current,
        () ->
            outbox
                .append(current, new OutgoingEvent("metering.member-energy.v1", note.id(), note))
                .chain(done ->
                    Uni.createFrom().failure(new IllegalStateException("after the append"))));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"viewer", "operator"})
  public Uni<Map<String, Object>> read(@PathParam("id") String id) {
    return transactions.inTransaction(
        tenant.tenant(),
        () ->
            sql.query("select words, trace, tenant from note where id = $1", id)
                .map(rows -> {
                  if (rows.isEmpty()) {
                    throw new ProblemException(PlatformRejection.NOT_FOUND, "No note " + id);
                  }
                  var row = rows.getFirst();
                  return Map.<String, Object>of(
                      "words", List.of(row.getArrayOfStrings("words")),
                      "trace", row.getString("trace"));
                }));
  }

  @Incoming("samples")
  Uni<Void> receive(Message<Object> message) {
    return events.consume(message, Note.class, this::store);
  }

  Uni<Void> store(IncomingEvent<Note> event) {
    @Nullable String first = event.data().words().getFirst();
    if ("poison".equals(first)) {
      throw new ProblemException(PlatformRejection.UNREADABLE_EVENT, "Poison is refused.");
    }
    return sql.execute(
            "insert into note (tenant, id, words, trace) values ($1, $2, $3, $4)",
            event.tenant().id(),
            event.data().id(),
            event.data().words().toArray(String[]::new),
            Trace.currentId())
        .replaceWithVoid();
  }
}
