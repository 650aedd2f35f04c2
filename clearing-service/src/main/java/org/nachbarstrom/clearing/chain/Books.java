package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nachbarstrom.clearing.batch.BatchStore;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Ledger;
import org.nachbarstrom.clearing.proof.Keccak;
import org.nachbarstrom.clearing.proof.Leaf;
import org.nachbarstrom.clearing.proof.MerkleTree;
import org.nachbarstrom.support.work.OffLoop;

/** The book of record that the chain witnesses: batches, journal, and the root over a batch. */
@ApplicationScoped
public class Books {
  private final BatchStore batches;
  private final Ledger ledger;
  private final Keccak keccak;

  Books(BatchStore batches, Ledger ledger, Keccak keccak) {
    this.batches = batches;
    this.ledger = ledger;
    this.keccak = keccak;
  }

  /** Batches of the tenant of the current transaction. */
  public BatchStore batches() {
    return batches;
  }

  /** Journal and balances of the tenant of the current transaction. */
  public Ledger ledger() {
    return ledger;
  }

  /** The Merkle root over the entries, off the event loop; all zero if there are none. */
  public Uni<String> root(List<JournalEntry> entries) {
    return entries.isEmpty()
        ? Uni.createFrom().item("0x" + "0".repeat(64))
        : OffLoop.compute(() -> {
          List<byte[]> leaves = entries.stream().map(entry -> Leaf.of(entry).hash(keccak)).toList();
          return MerkleTree.of(leaves, keccak).root();
        });
  }
}
