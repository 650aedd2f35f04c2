package org.nachbarstrom.edifact.acknowledgement.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementStore;
import org.nachbarstrom.edifact.acknowledgement.OwedAnswer;
import org.nachbarstrom.edifact.acknowledgement.ReceivedAcknowledgement;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps answers in the tables owed_answer and received_acknowledgement. */
@ApplicationScoped
class PostgresAcknowledgementStore implements AcknowledgementStore {
  private static final String ADD_OWED =
      """
      insert into owed_answer
        (tenant, interchange, answered_reference, kind, outgoing, message_count, due_at)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;
  private static final String ADD_RECEIVED =
      """
      insert into received_acknowledgement
        (tenant, interchange, message, reference, partner, received_at, kind,
         answered_interchange, answered_message, positive, reasons, outgoing)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)\
      """;

  private final Sql sql;

  PostgresAcknowledgementStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> addOwed(Tenant tenant, OwedAnswer answer) {
    return sql.execute(
            ADD_OWED,
            tenant.id(),
            answer.interchange(),
            answer.reference(),
            answer.kind().name(),
            answer.outgoing(),
            answer.messages(),
            answer.dueAt().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addReceived(Tenant tenant, List<ReceivedAcknowledgement> acknowledgements) {
    return sql.batch(ADD_RECEIVED, acknowledgements.stream().map(one -> row(tenant, one)).toList());
  }

  private static @Nullable Object[] row(Tenant tenant, ReceivedAcknowledgement acknowledgement) {
    Acknowledgement told = acknowledgement.told();
    @Nullable Object[] row = {
      tenant.id(),
      acknowledgement.interchange(),
      told.position(),
      told.reference(),
      acknowledgement.partner(),
      acknowledgement.receivedAt().atOffset(ZoneOffset.UTC),
      told.kind().name(),
      told.answeredInterchange(),
      told.answeredMessage(),
      told.positive(),
      told.reasons().toArray(String[]::new),
      acknowledgement.outgoing().orElse(null)
    };
    return row;
  }
}
