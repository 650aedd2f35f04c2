package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.nachbarstrom.clearing.batch.Alarm;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchEvents;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.StepResult;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.Movement;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** Anchors the posted batch that is next in the order of the ledger. */
@ApplicationScoped
public class AnchorNextBatch {
  private static final Logger LOG = Logger.getLogger(AnchorNextBatch.class);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE_EXPONENT = 6;

  private final Books books;
  private final ContractStore contracts;
  private final Chain chain;
  private final BatchEvents events;
  private final Clock clock;

  AnchorNextBatch(
      Books books, ContractStore contracts, Chain chain, BatchEvents events, Clock clock) {
    this.books = books;
    this.contracts = contracts;
    this.chain = chain;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Does one step for the tenant of the current transaction: plans the contract, deploys it, or
   * anchors one batch. What the chain refuses becomes an alarm on the batch and is tried again
   * after a pause that doubles up to a minute.
   */
  public Uni<StepResult> anchor(Tenant tenant) {
    return contracts.tryLockChain().chain(locked -> locked ? next(tenant) : item(postponed(SOON)));
  }

  private Uni<StepResult> next(Tenant tenant) {
    return books
        .batches()
        .nextToAnchor()
        .chain(next ->
            next.isEmpty()
                ? item(new StepResult.Idle())
                : Trace.with(
                    next.get().traceparent(), "anchor-batch", () -> attempt(tenant, next.get())));
  }

  private Uni<StepResult> attempt(Tenant tenant, BatchRecord batch) {
    return contracts
        .find()
        .chain(deployment ->
            switch (deployment) {
              case Deployment.None none -> plan();
              case Deployment.Planned planned -> deploy(planned.plan());
              case Deployment.Deployed deployed -> anchor(tenant, batch, deployed.contract());
            })
        .chain(done -> item(new StepResult.More()))
        .onFailure(ProblemException.class)
        .recoverWithUni(failure -> raiseAlarm(batch, failure));
  }

  /** Only plans: the plan must be committed before it is sent. */
  private Uni<Void> plan() {
    return books
        .ledger()
        .open(Set.of(AccountKey.GRID), clock.instant())
        .map(accounts -> accounts.get(AccountKey.GRID))
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("The ledger has no grid account"))
        .chain(grid -> chain.planDeployment(grid.number()))
        .chain(contracts::add);
  }

  private Uni<Void> deploy(PlannedDeployment plan) {
    return chain
        .deploy(plan)
        .chain(contract -> contract.isPresent() ? contracts.markDeployed() : contracts.remove());
  }

  private Uni<Void> anchor(Tenant tenant, BatchRecord batch, Contract contract) {
    return books
        .ledger()
        .entriesOf(batch.id())
        .chain(books::root)
        .chain(root ->
            books
                .ledger()
                .movementsOf(batch.id())
                .chain(movements -> clear(batch, contract, root, movements)))
        .chain(receipt -> keep(tenant, batch, contract, receipt));
  }

  private Uni<ChainReceipt> clear(
      BatchRecord batch, Contract contract, String root, List<Movement> movements) {
    BatchClearing clearing =
        new BatchClearing(
            batch.id(), ledgerSequence(batch), root, batch.bookings(), List.copyOf(movements));
    return chain
        .cleared(contract, batch.id())
        .chain(known ->
            known.isPresent()
                ? Uni.createFrom().item(known.get())
                : chain.clear(contract, clearing))
        .invoke(receipt -> requireSameRoot(batch, root, receipt));
  }

  private static void requireSameRoot(BatchRecord batch, String root, ChainReceipt receipt) {
    if (!receipt.merkleRoot().equals(root)) {
      throw new ProblemException(
          ChainRejection.ANCHOR_DIFFERS,
          "The journal yields %s for batch %s, the contract has %s."
              .formatted(root, batch.id(), receipt.merkleRoot()));
    }
  }

  private static long ledgerSequence(BatchRecord batch) {
    return switch (batch.progress()) {
      case BatchProgress.Posted posted -> posted.ledgerSequence();
      case BatchProgress.Anchored anchored -> anchored.ledgerSequence();
      case BatchProgress.Received received -> throw notPosted(batch);
      case BatchProgress.Refused refused -> throw notPosted(batch);
    };
  }

  private static IllegalStateException notPosted(BatchRecord batch) {
    return new IllegalStateException("Batch " + batch.id() + " is not posted");
  }

  private Uni<Void> keep(
      Tenant tenant, BatchRecord batch, Contract contract, ChainReceipt receipt) {
    Anchor anchor =
        new Anchor(
            receipt.merkleRoot(),
            receipt.transactionHash(),
            receipt.blockNumber(),
            receipt.gasUsed(),
            contract.address(),
            contract.chainId(),
            clock.instant());
    return books
        .batches()
        .markAnchored(batch.id(), anchor)
        .chain(changed ->
            changed
                ? events.cleared(tenant, batch.id(), batch.sequence(), anchor)
                : Uni.createFrom().voidItem());
  }

  private Uni<StepResult> raiseAlarm(BatchRecord batch, ProblemException problem) {
    String code = problem.rejection().code();
    LOG.warnf("Batch %s is not anchored: %s %s", batch.id(), code, problem.detail());
    return books
        .batches()
        .raiseAlarm(batch.id(), new Alarm(code, problem.detail()))
        .map(attempts -> postponed(pause(problem, attempts)));
  }

  /** A node that is away may be back at any moment; a refusal rarely changes by itself. */
  private static Duration pause(ProblemException problem, int attempts) {
    return problem.rejection() == ChainRejection.CHAIN_UNREACHABLE
        ? SOON
        : Duration.ofSeconds(1L << Math.min(attempts - 1, LONGEST_PAUSE_EXPONENT));
  }

  private static Uni<StepResult> item(StepResult result) {
    return Uni.createFrom().item(result);
  }

  private StepResult postponed(Duration pause) {
    return new StepResult.Postponed(clock.instant().plus(pause));
  }
}
