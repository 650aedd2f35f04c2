package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder;
import org.nachbarstrom.edifact.interchange.InterchangeStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.CurrentTenant;

/** What a received interchange is answered with. */
@Path("/v1/interchanges/{id}/answers")
@RolesAllowed({"viewer", "operator"})
class InterchangeAnswersResource {
  private final InterchangeStore store;
  private final AcknowledgementFinder answers;
  private final TenantTransactions transactions;
  private final CurrentTenant current;

  InterchangeAnswersResource(
      InterchangeStore store,
      AcknowledgementFinder answers,
      TenantTransactions transactions,
      CurrentTenant current) {
    this.store = store;
    this.answers = answers;
    this.transactions = transactions;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listAnswers",
      summary = "CONTRL and APERAK to the interchange; get the bytes of one as an outgoing one")
  public Uni<List<AnswerView>> list(@PathParam("id") String id) {
    UUID wanted = InterchangeResource.read(id);
    return transactions.inTransaction(
        current.tenant(),
        () ->
            store
                .find(wanted)
                .map(found -> found.orElseThrow(() -> InterchangeResource.notFound(id)))
                .chain(interchange -> answers.owed(interchange.id()))
                .map(owed -> owed.stream().map(AnswerView::of).toList()));
  }
}
