package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Answers what a version of a closing used. */
@ApplicationScoped
public class QueryInputs {
  private final TenantTransactions transactions;
  private final FindVersion findVersion;
  private final ClosingInputs inputs;

  QueryInputs(TenantTransactions transactions, FindVersion findVersion, ClosingInputs inputs) {
    this.transactions = transactions;
    this.findVersion = findVersion;
    this.inputs = inputs;
  }

  /**
   * Reads a part of the list.
   *
   * @param version absent: the newest
   * @param after only members behind this accounting point; empty: from the beginning
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING}, {@link
   *     ClosingRejection#UNKNOWN_VERSION} or {@link ClosingRejection#INPUTS_NOT_LISTED}
   */
  public Uni<Listed> list(
      Tenant tenant, UUID closing, Optional<Integer> version, String after, int limit) {
    return transactions.inTransaction(
        tenant,
        () ->
            findVersion
                .find(closing, version)
                .invoke(found -> requireListed(found.basis()))
                .chain(found ->
                    days(found.of(), found.basis())
                        .chain(days ->
                            inputs
                                .members(found.of(), after, limit)
                                .map(members ->
                                    new Listed(closing, found.basis(), days, members)))));
  }

  private static void requireListed(Closings.Basis basis) {
    if (basis.digest().form() == InputsForm.STREAMED) {
      throw new ProblemException(
          ClosingRejection.INPUTS_NOT_LISTED,
          "Version " + basis.version() + " is from before inputs were listed.");
    }
  }

  private Uni<List<KeyDay>> days(ClosingInputs.Of of, Closings.Basis basis) {
    return inputs.keys(of).map(spans -> KeyDay.of(spans, new DeliveryCalendar(basis.zone())));
  }

  /**
   * A part of the list of a version's inputs.
   *
   * @param closing its closing
   * @param basis which version
   * @param days all of its days
   * @param members some of its members
   */
  public record Listed(
      UUID closing, Closings.Basis basis, List<KeyDay> days, List<MemberInputs> members) {}
}
