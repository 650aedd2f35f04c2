package org.nachbarstrom.clearing.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Merkle tree as OpenZeppelin's {@code StandardMerkleTree} builds it: a complete binary tree in an
 * array, the leaves sorted ascending and laid out from the end; an inner node is the Keccak-256 of
 * its two children in ascending order, so that a proof needs no directions.
 *
 * <p>Source: OpenZeppelin merkle-tree 1.0.8, {@code makeMerkleTree}; verified by {@code
 * MerkleProof.sol}. Worked example: {@code MerkleTreeTest}.
 */
public final class MerkleTree {
  private final byte[][] nodes;

  private MerkleTree(byte[][] nodes) {
    this.nodes = nodes;
  }

  /**
   * Builds the tree.
   *
   * @param leaves at least one hash of 32 bytes; in any order, all different
   */
  public static MerkleTree of(List<byte[]> leaves, Keccak keccak) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("A Merkle tree needs a leaf");
    }
    List<byte[]> sorted = new ArrayList<>(leaves);
    sorted.sort(Arrays::compareUnsigned);
    byte[][] nodes = new byte[2 * sorted.size() - 1][];
    for (int i = 0; i < sorted.size(); i++) {
      nodes[nodes.length - 1 - i] = sorted.get(i);
    }
    for (int i = nodes.length - 1 - sorted.size(); i >= 0; i--) {
      nodes[i] = parent(nodes[2 * i + 1], nodes[2 * i + 2], keccak);
    }
    return new MerkleTree(nodes);
  }

  /** The root, {@code 0x} and 64 hexadecimal digits. */
  public String root() {
    return hex(nodes[0]);
  }

  /**
   * The sibling hashes from the leaf up to below the root.
   *
   * @throws IllegalArgumentException if the tree has no such leaf
   */
  public List<String> proof(byte[] leaf) {
    List<String> siblings = new ArrayList<>();
    for (int i = place(leaf); i > 0; i = (i - 1) / 2) {
      siblings.add(hex(nodes[i % 2 == 0 ? i - 1 : i + 1]));
    }
    return List.copyOf(siblings);
  }

  /** Whether the proof leads from the leaf to the root; what any offline tool has to do. */
  public static boolean verify(byte[] leaf, List<String> proof, String root, Keccak keccak) {
    byte[] node = leaf;
    for (String sibling : proof) {
      node = parent(node, HexFormat.of().parseHex(sibling, 2, sibling.length()), keccak);
    }
    return hex(node).equals(root);
  }

  /** A hash as text. */
  public static String hex(byte[] hash) {
    return "0x" + HexFormat.of().formatHex(hash);
  }

  private int place(byte[] leaf) {
    for (int i = nodes.length / 2; i < nodes.length; i++) {
      if (Arrays.equals(nodes[i], leaf)) {
        return i;
      }
    }
    throw new IllegalArgumentException("The tree has no leaf " + hex(leaf));
  }

  private static byte[] parent(byte[] one, byte[] other, Keccak keccak) {
    byte[] both = new byte[one.length + other.length];
    boolean ascending = Arrays.compareUnsigned(one, other) < 0;
    byte[] first = ascending ? one : other;
    byte[] second = ascending ? other : one;
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return keccak.hash(both);
  }
}
