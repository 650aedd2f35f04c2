package org.nachbarstrom.benchmarks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.proof.Keccak;
import org.nachbarstrom.clearing.proof.Leaf;
import org.nachbarstrom.clearing.proof.MerkleTree;

/** The root over a batch, and what is hashed for it. */
final class MerkleRoot {
  private MerkleRoot() {}

  /** Ours: leaves of all entries and the tree over them. */
  static String of(List<JournalEntry> entries, Keccak keccak) {
    List<byte[]> leaves = entries.stream().map(entry -> Leaf.of(entry).hash(keccak)).toList();
    return MerkleTree.of(leaves, keccak).root();
  }

  /** Everything that is hashed for the root, in order; the root is the hash of the last. */
  static List<byte[]> hashed(List<JournalEntry> entries, Keccak keccak) {
    List<byte[]> inputs = new ArrayList<>();
    of(
        entries,
        input -> {
          inputs.add(input);
          return keccak.hash(input);
        });
    return inputs;
  }

  /** Reference: the JDK's SHA-256 over the same bytes; the last hash. */
  static byte[] sha256(List<byte[]> inputs) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] hash = {};
    for (byte[] input : inputs) {
      hash = digest.digest(input);
    }
    return hash;
  }
}
