package org.nachbarstrom.suite.proof;

import java.util.Arrays;
import java.util.List;

/** Walks from a leaf to the root of a tree whose nodes hash their children in ascending order. */
final class MerklePath {

  private MerklePath() {}

  /**
   * The root that the leaf and its siblings lead to.
   *
   * @param siblings hashes from the leaf up
   */
  static Hex root(Hex leaf, List<Hex> siblings) {
    byte[] node = leaf.bytes();
    for (Hex next : siblings) {
      byte[] sibling = next.bytes();
      node =
          Arrays.compareUnsigned(node, sibling) <= 0
              ? Keccak.hash(node, sibling)
              : Keccak.hash(sibling, node);
    }
    return Hex.of(node);
  }
}
