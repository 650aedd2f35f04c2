package org.nachbarstrom.settlement.party;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says who pays for an accounting point; runs that wait for it go on by themselves. */
@ApplicationScoped
public class AssignPayers {
  private final PartyStore store;
  private final PayersChanged listener;

  AssignPayers(PartyStore store, PayersChanged listener) {
    this.store = store;
    this.listener = listener;
  }

  /**
   * Replaces all payers of the point, inside the current transaction.
   *
   * @param assignments in the order given, for the pointers of a refusal
   * @throws ProblemException {@link PartyRejection#PAYERS_OVERLAP} or {@link
   *     PartyRejection#PAYER_UNKNOWN}
   */
  public Uni<Void> assign(
      Tenant tenant, AccountingPointId point, List<PayerAssignment> assignments) {
    refuseOverlap(assignments);
    Set<PartyId> parties =
        assignments.stream().map(PayerAssignment::party).collect(Collectors.toSet());
    return store
        .unknown(parties)
        .invoke(unknown -> refuseUnknown(assignments, unknown))
        .chain(known -> store.lockForChange(tenant))
        .chain(locked -> store.assign(tenant, point, new Payers(assignments)))
        .chain(done -> listener.changed(tenant, point));
  }

  private static void refuseOverlap(List<PayerAssignment> assignments) {
    List<PayerAssignment> sorted =
        assignments.stream()
            .sorted(Comparator.comparing((PayerAssignment a) -> a.valid().from()))
            .toList();
    Payers.firstOverlap(sorted)
        .ifPresent(second -> {
          String pointer = "/assignments/" + assignments.lastIndexOf(second);
          String detail = "Another party pays already on " + second.valid().from();
          throw new ProblemException(
              PartyRejection.PAYERS_OVERLAP,
              detail,
              List.of(new FieldError(pointer, "OVERLAP", detail)));
        });
  }

  private static void refuseUnknown(List<PayerAssignment> assignments, Set<PartyId> unknown) {
    List<FieldError> errors =
        IntStream.range(0, assignments.size())
            .filter(i -> unknown.contains(assignments.get(i).party()))
            .mapToObj(i ->
                new FieldError(
                    "/assignments/" + i + "/party",
                    "UNKNOWN",
                    "No party has the id " + assignments.get(i).party()))
            .toList();
    if (!errors.isEmpty()) {
      throw new ProblemException(
          PartyRejection.PAYER_UNKNOWN, "Declare the party first: " + unknown, errors);
    }
  }
}
