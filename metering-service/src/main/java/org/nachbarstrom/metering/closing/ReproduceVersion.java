package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.metering.closing.Reproduction.Check;
import org.nachbarstrom.metering.closing.Reproduction.Comparison;
import org.nachbarstrom.metering.closing.Reproduction.Part;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Computes a version again from its snapshot and compares it with what is kept. Where values were
 * deleted, only hashes and sums are compared.
 */
@ApplicationScoped
public class ReproduceVersion {
  private final TenantTransactions transactions;
  private final FindVersion findVersion;
  private final Stored stored;
  private final Communities communities;
  private final ComputeFromSnapshot computeFromSnapshot;

  ReproduceVersion(
      TenantTransactions transactions,
      FindVersion findVersion,
      Stored stored,
      Communities communities,
      ComputeFromSnapshot computeFromSnapshot) {
    this.transactions = transactions;
    this.findVersion = findVersion;
    this.stored = stored;
    this.communities = communities;
    this.computeFromSnapshot = computeFromSnapshot;
  }

  /**
   * Reproduces it.
   *
   * @param version absent: the newest
   * @return fails with {@link ClosingRejection#UNKNOWN_CLOSING} or {@link
   *     ClosingRejection#UNKNOWN_VERSION}
   */
  public Uni<Reproduction> reproduce(Tenant tenant, UUID closing, Optional<Integer> version) {
    return transactions.inTransaction(
        tenant,
        () ->
            findVersion
                .find(closing, version)
                .chain(found ->
                    stored
                        .deleted(tenant, found.basis())
                        .chain(deleted ->
                            deleted
                                ? fromLists(found, Optional.empty())
                                : compute(found).chain(computed -> fromValues(found, computed)))));
  }

  private Uni<ClosingComputation> compute(FindVersion.Found found) {
    Closings.Basis basis = found.basis();
    return communities
        .find(found.closing().community(), basis.recordedAt())
        .map(revised -> revised.orElseThrow().community())
        .chain(community ->
            computeFromSnapshot.compute(
                new ComputeFromSnapshot.Known(
                    community, found.closing().period(), basis.recordedAt()),
                basis.digest().form()));
  }

  private Uni<Reproduction> fromValues(FindVersion.Found found, ClosingComputation computed) {
    List<WaitingReason> missing = computed.waitingFor();
    if (!missing.isEmpty()) {
      Comparison comparison = new Comparison(Part.VALUES);
      missing.forEach(reason -> comparison.add(position(reason), "used", "missing"));
      return fromLists(found, Optional.of(comparison.check()));
    }
    return lists(found, Optional.of(computed))
        .chain(read ->
            stored
                .version(found)
                .chain(version ->
                    OffLoop.compute(() -> {
                      List<Check> checks = new ArrayList<>();
                      checks.add(hash(found.basis().digest(), computed));
                      checks.addAll(read.checks());
                      checks.addAll(new VersionChecks(version).against(computed));
                      return reproduction(found, Reproduction.From.VALUES, checks);
                    })));
  }

  private static String position(WaitingReason reason) {
    return reason.accountingPoint() == null
        ? reason.code().name()
        : reason.accountingPoint() + " " + reason.interval();
  }

  private static Check hash(Closings.Digest digest, ClosingComputation computed) {
    String found =
        switch (digest.form()) {
          case LISTED -> computed.inputsSha256();
          case STREAMED -> computed.streamedSha256().orElseThrow();
        };
    return new Comparison(Part.INPUTS_SHA256).add("inputsSha256", digest.sha256(), found).check();
  }

  private Uni<Reproduction> fromLists(FindVersion.Found found, Optional<Check> missing) {
    return lists(found, Optional.empty())
        .chain(read ->
            stored
                .version(found)
                .map(version -> {
                  List<Check> checks = new ArrayList<>();
                  missing.ifPresent(checks::add);
                  checks.addAll(read.checks());
                  checks.addAll(new VersionChecks(version).againstSums(read.metered()));
                  return reproduction(found, Reproduction.From.LISTS, checks);
                }));
  }

  private Uni<ListedInputs.Read> lists(
      FindVersion.Found found, Optional<ClosingComputation> computed) {
    return switch (found.basis().digest().form()) {
      case LISTED -> stored.inputs(found, computed);
      case STREAMED -> Uni.createFrom().item(new ListedInputs.Read(List.of(), Map.of()));
    };
  }

  private static Reproduction reproduction(
      FindVersion.Found found, Reproduction.From from, List<Check> checks) {
    return new Reproduction(found.closing().id(), found.basis(), from, checks);
  }

  /** What is kept of versions and their values. */
  @ApplicationScoped
  static class Stored {
    private final Closings closings;
    private final ListedInputs listedInputs;
    private final DeletedValues deletedValues;

    Stored(Closings closings, ListedInputs listedInputs, DeletedValues deletedValues) {
      this.closings = closings;
      this.listedInputs = listedInputs;
      this.deletedValues = deletedValues;
    }

    Uni<Boolean> deleted(Tenant tenant, Closings.Basis basis) {
      return deletedValues
          .until(tenant)
          .map(until -> until.filter(basis.interval().start()::isBefore).isPresent());
    }

    Uni<ClosingVersion> version(FindVersion.Found found) {
      return closings.version(found.closing().id(), found.basis().version());
    }

    Uni<ListedInputs.Read> inputs(FindVersion.Found found, Optional<ClosingComputation> computed) {
      return listedInputs.read(found, computed);
    }
  }
}
