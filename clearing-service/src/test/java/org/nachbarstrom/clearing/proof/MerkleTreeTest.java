package org.nachbarstrom.clearing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.proof.keccak.Web3jKeccak;

class MerkleTreeTest {
  /** Makes the structure of a tree readable: the hash of x is (x). */
  private static final Keccak BRACKETS =
      input -> bytes("(" + new String(input, StandardCharsets.US_ASCII) + ")");

  private final Keccak keccak = new Web3jKeccak();

  @Test
  void singleLeafIsItsOwnRootWithAnEmptyProof() {
    MerkleTree tree = MerkleTree.of(List.of(bytes("a")), BRACKETS);

    assertThat(text(tree.root())).isEqualTo("a");
    assertThat(tree.proof(bytes("a"))).isEmpty();
  }

  @Test
  void twoLeavesAreHashedInAscendingOrder() {
    MerkleTree tree = MerkleTree.of(List.of(bytes("b"), bytes("a")), BRACKETS);

    assertThat(text(tree.root())).isEqualTo("(ab)");
    assertThat(tree.proof(bytes("b"))).extracting(MerkleTreeTest::text).containsExactly("a");
  }

  @Test
  void oddLeafJoinsTheTreeOneLevelUp() {
    // Laid out from the end: [root, (ab), c, b, a]; "(" sorts before "c".
    MerkleTree tree = MerkleTree.of(List.of(bytes("c"), bytes("a"), bytes("b")), BRACKETS);

    assertThat(text(tree.root())).isEqualTo("((ab)c)");
    assertThat(tree.proof(bytes("a"))).extracting(MerkleTreeTest::text).containsExactly("b", "c");
    assertThat(tree.proof(bytes("c"))).extracting(MerkleTreeTest::text).containsExactly("(ab)");
  }

  @Test
  void fiveLeavesMakeACompleteTree() {
    // Array of nine: leaves e d c b a at 4..8; node 3 = (ab) of 7,8; node 1 = 3,4; node 2 = 5,6.
    List<byte[]> leaves = List.of(bytes("a"), bytes("b"), bytes("c"), bytes("d"), bytes("e"));

    assertThat(text(MerkleTree.of(leaves, BRACKETS).root())).isEqualTo("(((ab)e)(cd))");
  }

  @Test
  void hashesLikeEthereum() {
    // Keccak-256 of the empty input, Ethereum yellow paper, appendix on the empty account's code.
    assertThat(MerkleTree.hex(keccak.hash(new byte[0])))
        .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void yieldsTheRootOfOpenZeppelinsPublishedExample() {
    // README of @openzeppelin/merkle-tree: two (address, uint256) leaves and their root.
    List<byte[]> leaves =
        List.of(
            leaf("1111111111111111111111111111111111111111", "4563918244f40000"),
            leaf("2222222222222222222222222222222222222222", "22b1c8c1227a0000"));

    assertThat(MerkleTree.of(leaves, keccak).root())
        .isEqualTo("0xd4dee0beab2d53f2cc83e567171bd2820e49898130a22622b10ead383e90bd77");
  }

  @Test
  void everyLeafProvesItselfAndNothingElse() {
    List<byte[]> leaves =
        java.util.stream.IntStream.range(0, 13).mapToObj(i -> keccak.hash(bytes("" + i))).toList();
    MerkleTree tree = MerkleTree.of(leaves, keccak);

    for (byte[] leaf : leaves) {
      List<String> proof = tree.proof(leaf);
      assertThat(MerkleTree.verify(leaf, proof, tree.root(), keccak)).isTrue();
      assertThat(MerkleTree.verify(keccak.hash(leaf), proof, tree.root(), keccak)).isFalse();
    }
  }

  @Test
  void refusesAnEmptyTreeAndAForeignLeaf() {
    assertThatThrownBy(() -> MerkleTree.of(List.of(), keccak))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.of(List.of(bytes("a")), keccak).proof(bytes("b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] leaf(String address, String number) {
    String words = "0".repeat(24) + address + "0".repeat(64 - number.length()) + number;
    return keccak.hash(keccak.hash(HexFormat.of().parseHex(words)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(String hex) {
    return new String(HexFormat.of().parseHex(hex, 2, hex.length()), StandardCharsets.US_ASCII);
  }
}
