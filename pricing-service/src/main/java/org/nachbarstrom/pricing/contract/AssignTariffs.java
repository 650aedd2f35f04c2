package org.nachbarstrom.pricing.contract;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nachbarstrom.pricing.tariff.PricesChanged;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.pricing.tariff.TariffStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says by which tariffs an accounting point is priced; ratings that wait for it go on. */
@ApplicationScoped
public class AssignTariffs {
  private final ContractStore contracts;
  private final TariffStore tariffs;
  private final PricesChanged listener;

  AssignTariffs(ContractStore contracts, TariffStore tariffs, PricesChanged listener) {
    this.contracts = contracts;
    this.tariffs = tariffs;
    this.listener = listener;
  }

  /**
   * Replaces all assignments of the point, unless they are the same, inside the current
   * transaction.
   *
   * @param assignments in the order given, for the pointers of a refusal
   * @throws ProblemException {@link ContractRejection#CONTRACTS_OVERLAP} or {@link
   *     ContractRejection#TARIFF_NOT_DECLARED}
   */
  public Uni<Void> assign(
      Tenant tenant, AccountingPointId point, List<ContractAssignment> assignments) {
    refuseOverlap(assignments);
    Contract contract = new Contract(point, assignments);
    return tariffs
        .find(assignments.stream().map(ContractAssignment::tariff).collect(Collectors.toSet()))
        .invoke(known -> refuseUnknown(assignments, known))
        .chain(known -> listener.changing(tenant))
        .chain(ready -> contracts.find(List.of(point)))
        .chain(present ->
            contract.equals(present.get(point))
                ? Uni.createFrom().voidItem()
                : contracts.replace(tenant, contract).chain(replaced -> listener.changed(tenant)));
  }

  private static void refuseOverlap(List<ContractAssignment> assignments) {
    Contract.firstOverlap(assignments)
        .ifPresent(second -> {
          String detail = "Another tariff holds already on " + second.valid().from();
          String pointer = "/assignments/" + assignments.lastIndexOf(second);
          throw new ProblemException(
              ContractRejection.CONTRACTS_OVERLAP,
              detail,
              List.of(new FieldError(pointer, "OVERLAP", detail)));
        });
  }

  private static void refuseUnknown(
      List<ContractAssignment> assignments, Map<TariffId, Tariff> known) {
    List<FieldError> errors =
        IntStream.range(0, assignments.size())
            .filter(i -> !known.containsKey(assignments.get(i).tariff()))
            .mapToObj(i ->
                new FieldError(
                    "/assignments/" + i + "/tariff",
                    "UNKNOWN",
                    "No tariff has the id " + assignments.get(i).tariff()))
            .toList();
    if (!errors.isEmpty()) {
      throw new ProblemException(
          ContractRejection.TARIFF_NOT_DECLARED, "Declare the tariff first.", errors);
    }
  }
}
