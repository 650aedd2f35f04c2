package org.nachbarstrom.edifact.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks partners up for whoever reads or writes an interchange. */
@ApplicationScoped
public class Partners {
  private final PartnerStore store;

  Partners(PartnerStore store) {
    this.store = store;
  }

  /**
   * What is known now of the partners with these codes. Runs inside the caller's transaction.
   *
   * @param codes as in UNB; what is no partner code is simply unknown
   */
  public Uni<PartnerSnapshot> snapshot(String... codes) {
    return store.find(List.of(codes)).map(PartnerSnapshot::new);
  }
}
