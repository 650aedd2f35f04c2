package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps answers in both directions. Every method runs inside the caller's transaction. */
public interface AcknowledgementStore {
  /** Keeps that we owe an answer, which is queued. */
  Uni<Void> addOwed(Tenant tenant, OwedAnswer answer);

  /** Keeps what a partner told. */
  Uni<Void> addReceived(Tenant tenant, List<ReceivedAcknowledgement> acknowledgements);
}
