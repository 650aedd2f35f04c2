package org.nachbarstrom.clearing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.Booking;
import org.nachbarstrom.clearing.ledger.Ledger;
import org.nachbarstrom.clearing.ledger.Posting;
import org.nachbarstrom.clearing.ledger.PostingOutcome;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** Posts the batch that is next in the order of settlement. */
@ApplicationScoped
public class PostNextBatch {
  private final BatchStore batches;
  private final Ledger ledger;
  private final BatchEvents events;
  private final PendingWork work;
  private final Clock clock;

  PostNextBatch(
      BatchStore batches, Ledger ledger, BatchEvents events, PendingWork work, Clock clock) {
    this.batches = batches;
    this.ledger = ledger;
    this.events = events;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Posts or refuses one batch in the transaction of the tenant.
   *
   * @return idle if the next batch of the order has not arrived
   */
  public Uni<StepResult> post(Tenant tenant) {
    return batches
        .lockOrder()
        .chain(batches::findBySequence)
        .chain(next ->
            next.isEmpty()
                ? item(new StepResult.Idle())
                : Trace.with(
                        next.get().traceparent(), "post-batch", () -> handle(tenant, next.get()))
                    .chain(batches::advance)
                    .chain(done -> item(new StepResult.More())));
  }

  private static Uni<StepResult> item(StepResult result) {
    return Uni.createFrom().item(result);
  }

  private Uni<Void> handle(Tenant tenant, BatchRecord batch) {
    return switch (batch.progress()) {
      // It was refused on arrival, which settlement knows; only its place in the order is used up.
      case BatchProgress.Refused refused -> Uni.createFrom().voidItem();
      case BatchProgress.Received received ->
          batches
              .content(batch.id())
              .chain(content ->
                  switch (BatchRules.check(content)) {
                    case CheckedBatch.Bad bad -> refuse(tenant, batch, bad.refusal());
                    case CheckedBatch.Sound sound -> postNew(tenant, batch, sound.bookings());
                  });
      case BatchProgress.Posted posted -> throw outOfOrder(batch);
      case BatchProgress.Anchored anchored -> throw outOfOrder(batch);
    };
  }

  private static IllegalStateException outOfOrder(BatchRecord batch) {
    return new IllegalStateException("Batch " + batch.id() + " was posted before its turn");
  }

  private Uni<Void> postNew(Tenant tenant, BatchRecord batch, List<Booking> bookings) {
    return ledger
        .firstPosted(bookings.stream().map(Booking::id).toList())
        .chain(repeated ->
            repeated.isPresent()
                ? refuse(
                    tenant,
                    batch,
                    Refusal.of(
                        BatchRejection.BOOKING_REPEATED,
                        "The booking " + repeated.get() + " is in the journal already."))
                : applyRules(tenant, batch, bookings));
  }

  private Uni<Void> applyRules(Tenant tenant, BatchRecord batch, List<Booking> bookings) {
    Set<AccountKey> touched = touched(bookings);
    return ledger
        .balances(touched)
        .chain(before ->
            switch (Posting.of(bookings, before)) {
              case PostingOutcome.Overdrawn overdrawn -> refuse(tenant, batch, refusal(overdrawn));
              case PostingOutcome.TooLarge tooLarge -> refuse(tenant, batch, refusal(tooLarge));
              case PostingOutcome.Balanced balanced -> write(tenant, batch, bookings, balanced);
            });
  }

  private Uni<Void> write(
      Tenant tenant, BatchRecord batch, List<Booking> bookings, PostingOutcome.Balanced balanced) {
    Instant now = clock.instant();
    // The contract names the grid account, so every ledger has one from its first batch on.
    Set<AccountKey> wanted = touched(bookings);
    wanted.add(AccountKey.GRID);
    return ledger
        .open(wanted, now)
        .chain(accounts -> ledger.post(batch.id(), bookings, balanced.movements(), accounts, now))
        .chain(posted -> batches.markPosted(batch.id(), now))
        .chain(posted -> work.announce(tenant, WorkKind.ANCHOR, now));
  }

  private Uni<Void> refuse(Tenant tenant, BatchRecord batch, Refusal refusal) {
    return batches
        .markRefused(batch.id(), refusal)
        .chain(marked -> events.refused(tenant, batch.id(), batch.sequence(), refusal));
  }

  private static Set<AccountKey> touched(List<Booking> bookings) {
    Set<AccountKey> keys = new TreeSet<>();
    for (Booking booking : bookings) {
      keys.add(booking.debit());
      keys.add(booking.credit());
    }
    return keys;
  }

  private static Refusal refusal(PostingOutcome.Overdrawn overdrawn) {
    return Refusal.of(
        BatchRejection.ACCOUNT_OVERDRAWN,
        "Account %s would have given %s kWh but got %s kWh."
            .formatted(overdrawn.account(), plain(overdrawn.given()), plain(overdrawn.received())));
  }

  private static Refusal refusal(PostingOutcome.TooLarge tooLarge) {
    return Refusal.of(
        BatchRejection.SUM_TOO_LARGE,
        "A sum of account " + tooLarge.account() + " would not fit 63 bits of 10^-6 units.");
  }

  private static String plain(Energy energy) {
    BigDecimal kilowattHours = energy.toKilowattHours().stripTrailingZeros();
    return kilowattHours.toPlainString();
  }
}
