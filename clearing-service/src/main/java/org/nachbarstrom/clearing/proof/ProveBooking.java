package org.nachbarstrom.clearing.proof;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.batch.BatchStore;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Ledger;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.work.OffLoop;

/** Makes the inclusion proof of a booking. */
@ApplicationScoped
public class ProveBooking {
  private final Ledger ledger;
  private final BatchStore batches;
  private final Keccak keccak;

  ProveBooking(Ledger ledger, BatchStore batches, Keccak keccak) {
    this.ledger = ledger;
    this.batches = batches;
    this.keccak = keccak;
  }

  /**
   * Proves a booking of the tenant of the current transaction.
   *
   * @return fails with {@link ProofRejection#BOOKING_NOT_FOUND}, with {@link
   *     ProofRejection#BOOKING_NOT_ANCHORED} while its batch is not on the chain, with {@link
   *     ProofRejection#ROOT_DIFFERS} if the journal was tampered with
   */
  public Uni<BookingProof> prove(UUID booking) {
    return ledger
        .entry(booking)
        .map(found -> found.orElseThrow(() -> notFound(booking)))
        .chain(entry ->
            batches
                .find(entry.batch())
                .map(batch -> batch.orElseThrow(() -> notFound(booking)))
                .chain(batch -> prove(entry, batch)));
  }

  private Uni<BookingProof> prove(JournalEntry entry, BatchRecord batch) {
    return switch (batch.progress()) {
      case BatchProgress.Anchored anchored ->
          ledger
              .entriesOf(batch.id())
              .chain(entries ->
                  OffLoop.compute(() -> prove(entry, entries, batch, anchored.anchor())));
      case BatchProgress.Posted posted -> throw notAnchored(batch);
      case BatchProgress.Received received -> throw notAnchored(batch);
      case BatchProgress.Refused refused -> throw notAnchored(batch);
    };
  }

  private BookingProof prove(
      JournalEntry entry, List<JournalEntry> entries, BatchRecord batch, Anchor anchor) {
    List<byte[]> leaves = entries.stream().map(each -> Leaf.of(each).hash(keccak)).toList();
    MerkleTree tree = MerkleTree.of(leaves, keccak);
    if (!tree.root().equals(anchor.merkleRoot())) {
      throw new ProblemException(
          ProofRejection.ROOT_DIFFERS,
          "The journal yields " + tree.root() + ", anchored is " + anchor.merkleRoot() + ".");
    }
    Leaf leaf = Leaf.of(entry);
    byte[] hash = leaf.hash(keccak);
    return new BookingProof(leaf, MerkleTree.hex(hash), tree.proof(hash), batch, anchor);
  }

  private static ProblemException notFound(UUID booking) {
    return new ProblemException(
        ProofRejection.BOOKING_NOT_FOUND, "There is no booking " + booking + ".");
  }

  private static ProblemException notAnchored(BatchRecord batch) {
    return new ProblemException(
        ProofRejection.BOOKING_NOT_ANCHORED,
        "Its batch " + batch.id() + " is " + batch.progress().state() + "; ask again later.");
  }
}
