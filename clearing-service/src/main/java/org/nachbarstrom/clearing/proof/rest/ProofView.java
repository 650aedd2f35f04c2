package org.nachbarstrom.clearing.proof.rest;

import java.util.List;
import java.util.UUID;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.proof.BookingProof;
import org.nachbarstrom.clearing.proof.Leaf;

/**
 * The self-contained proof document.
 *
 * @param format name and version of this document
 * @param booking the proven fields
 * @param leaf hash of the booking
 * @param proof sibling hashes from the leaf up to below the root
 * @param merkleRoot what the proof must lead to and the contract must hold for the batch
 * @param batch batch of the booking
 * @param batchKey the batch as the contract knows it, bytes32
 * @param bookings number of bookings of the batch
 * @param encoding how to compute it, in words
 */
record ProofView(
    String format,
    BookingView booking,
    String leaf,
    List<String> proof,
    String merkleRoot,
    UUID batch,
    String batchKey,
    int bookings,
    String contract,
    long chainId,
    String transactionHash,
    long blockNumber,
    Encoding encoding) {
  private static final String FORMAT = "nachbarstrom-booking-proof-v1";

  /** The proven fields of the booking: account numbers, 10⁻⁶ EUR and 10⁻⁶ kWh. */
  record BookingView(
      UUID booking, String debit, String credit, long amountMicroEuro, long energyMilliWattHours) {
    static BookingView of(Leaf leaf) {
      return new BookingView(
          leaf.booking(),
          leaf.debit().value(),
          leaf.credit().value(),
          leaf.amountMicroEuro(),
          leaf.energyMilliWattHours());
    }
  }

  /** The rules of the tree in words. */
  record Encoding(String leaf, String node, String batchKey, String check) {
    static final Encoding VERSION_1 =
        new Encoding(
            "keccak256(keccak256(abi.encode(bytes16 booking, bytes20 debit, bytes20 credit,"
                + " uint64 amountMicroEuro, uint64 energyMilliWattHours)))",
            "keccak256(smaller ++ larger), both 32 bytes, compared as unsigned numbers",
            "the 16 bytes of the batch UUID followed by 16 zero bytes",
            "fold the proof over the leaf and compare with merkleRoot; compare that with"
                + " batch(batchKey) of the contract; or call verify(batchKey, leaf, proof)");
  }

  static ProofView of(BookingProof proof) {
    Anchor anchor = proof.anchor();
    UUID batch = proof.batch().id();
    return new ProofView(
        FORMAT,
        BookingView.of(proof.leaf()),
        proof.leafHash(),
        proof.siblings(),
        anchor.merkleRoot(),
        batch,
        "0x" + batch.toString().replace("-", "") + "0".repeat(32),
        proof.batch().bookings(),
        anchor.contract(),
        anchor.chainId(),
        anchor.transactionHash(),
        anchor.blockNumber(),
        Encoding.VERSION_1);
  }
}
