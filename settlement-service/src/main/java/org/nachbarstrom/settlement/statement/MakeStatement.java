package org.nachbarstrom.settlement.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.settlement.party.Party;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.settlement.party.PartyStore;
import org.nachbarstrom.support.problem.ProblemException;

/** Makes the statement of a party over all its accounting points. */
@ApplicationScoped
public class MakeStatement {
  private final PartyStore parties;
  private final StatementSource source;

  MakeStatement(PartyStore parties, StatementSource source) {
    this.parties = parties;
    this.source = source;
  }

  /**
   * The statement, read inside the current transaction.
   *
   * @throws ProblemException {@link PartyRejection#PARTY_UNKNOWN}
   */
  public Uni<Statement> of(PartyId id, StatementPeriod period) {
    return parties
        .find(id)
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(PartyRejection.PARTY_UNKNOWN, "No party has the id " + id)))
        .chain(party -> source.closings(id, period).chain(closings -> collect(party, closings)));
  }

  private Uni<Statement> collect(Party party, List<StatementClosing> closings) {
    List<UUID> ids = closings.stream().map(closing -> closing.version().id()).toList();
    return source
        .lines(party.id(), closings)
        .chain(lines ->
            source
                .batches(party.id(), ids)
                .map(batches -> new Statement(party, closings, lines, batches)));
  }
}
