package org.nachbarstrom.settlement.statement;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.settlement.party.PartyId;

/** Reads what statements consist of. All calls belong to the transaction of the caller. */
public interface StatementSource {
  /**
   * Closings with a day in the period for which the party pays, or paid in a booked version, each
   * in its newest booked version, by first day.
   */
  Uni<List<StatementClosing>> closings(PartyId party, StatementPeriod period);

  /** Lines of these closing versions with the party on a side. */
  Uni<List<StatementLine>> lines(PartyId party, Collection<StatementClosing> closings);

  /** Released batches of the closings, by sequence. */
  Uni<List<StatementBatch>> batches(PartyId party, Collection<UUID> closings);
}
