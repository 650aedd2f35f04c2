package org.nachbarstrom.clearing.proof;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.JournalEntry;

/**
 * What the chain can prove of a booking.
 *
 * @param booking identity
 * @param debit account that receives the energy and owes the money
 * @param credit account that gives the energy and is owed the money
 * @param amountMicroEuro 10⁻⁶ EUR, ≥ 0
 * @param energyMilliWattHours 10⁻⁶ kWh, ≥ 0
 */
public record Leaf(
    UUID booking,
    AccountNumber debit,
    AccountNumber credit,
    long amountMicroEuro,
    long energyMilliWattHours) {
  private static final int WORD = 32;
  private static final int WORDS = 5;

  /** The provable part of an entry. */
  public static Leaf of(JournalEntry entry) {
    return new Leaf(
        entry.booking().id(),
        entry.debit(),
        entry.credit(),
        entry.booking().amount().microEuro(),
        entry.booking().energy().milliWattHours());
  }

  /**
   * The leaf of OpenZeppelin's standard Merkle tree with the types {@code bytes16, bytes20,
   * bytes20, uint64, uint64}: {@code keccak256(keccak256(abi.encode(…)))}. Hashed twice so that no
   * inner node can pass for a leaf.
   */
  public byte[] hash(Keccak keccak) {
    return keccak.hash(keccak.hash(encode()));
  }

  /** Solidity's {@code abi.encode}: a word each, bytes left-aligned, numbers right-aligned. */
  byte[] encode() {
    ByteBuffer words = ByteBuffer.allocate(WORDS * WORD);
    words.putLong(booking.getMostSignificantBits()).putLong(booking.getLeastSignificantBits());
    words.position(WORD).put(debit.toBytes());
    words.position(2 * WORD).put(credit.toBytes());
    words.putLong(4 * WORD - Long.BYTES, amountMicroEuro);
    words.putLong(5 * WORD - Long.BYTES, energyMilliWattHours);
    return words.array();
  }
}
