package org.nachbarstrom.suite.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a booking's inclusion proof without trusting the one who handed it out.
 *
 * <p>Trusted are the chain node that is asked and, by its address, the contract: whoever checks
 * compares the address with the one that his community published.
 */
public final class ProofCheck {

  /**
   * One thing that was checked.
   *
   * @param what in words
   * @param holds whether it is so
   */
  public record Result(String what, boolean holds) {}

  private ProofCheck() {}

  /**
   * Checks a document against a chain node.
   *
   * @param document the proof as handed out
   * @param chain JSON-RPC address of a node of the chain
   * @return what was checked, in order; the proof is good if all of it holds
   * @throws IllegalArgumentException if the document is malformed
   * @throws IOException if the node does not answer
   */
  public static List<Result> check(JsonNode document, URI chain) throws IOException {
    BookingProof proof = BookingProof.parse(document);
    List<Result> results = new ArrayList<>();
    Hex leaf = proof.leaf().hash();
    results.add(
        new Result(
            "the booking's fields hash to the stated leaf", leaf.equals(proof.claimedLeaf())));
    Hex root = MerklePath.root(leaf, proof.siblings());
    results.add(
        new Result("leaf and siblings lead to the stated root", root.equals(proof.merkleRoot())));
    try (ChainNode node = new ChainNode(chain)) {
      results.add(
          new Result(
              "the node belongs to chain " + proof.chainId(), node.chainId() == proof.chainId()));
      String address = proof.contract().text();
      results.add(new Result("there is a contract at " + address, node.hasCode(address)));
      results.add(
          new Result(
              "the contract holds this root for the batch",
              root.equals(node.batchRoot(address, proof.batchKey()))));
    }
    return results;
  }
}
