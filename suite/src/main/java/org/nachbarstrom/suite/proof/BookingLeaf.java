package org.nachbarstrom.suite.proof;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A booking as it is hashed into the tree of its batch: {@code
 * keccak256(keccak256(abi.encode(bytes16 booking, bytes20 debit, bytes20 credit, uint64 microEuro,
 * uint64 milliWattHours)))}.
 *
 * @param booking its id
 * @param debit number of the account that receives the energy, 20 bytes
 * @param credit number of the account that gives the energy, 20 bytes
 * @param amountMicroEuro value, never negative
 * @param energyMilliWattHours energy, never negative
 */
record BookingLeaf(
    UUID booking, Hex debit, Hex credit, long amountMicroEuro, long energyMilliWattHours) {

  private static final int WORD = 32;
  private static final int ACCOUNT_BYTES = 20;

  BookingLeaf {
    if (debit.length() != ACCOUNT_BYTES || credit.length() != ACCOUNT_BYTES) {
      throw new IllegalArgumentException("An account number has 20 bytes");
    }
    if (amountMicroEuro < 0 || energyMilliWattHours < 0) {
      throw new IllegalArgumentException("A booking's value and energy are not negative");
    }
  }

  /** The leaf's hash. */
  Hex hash() {
    // The contract ABI fills fixed byte arrays up on the right and numbers on the left.
    ByteBuffer words = ByteBuffer.allocate(5 * WORD);
    words.putLong(booking.getMostSignificantBits()).putLong(booking.getLeastSignificantBits());
    words.position(WORD).put(debit.bytes());
    words.position(2 * WORD).put(credit.bytes());
    words.position(4 * WORD - Long.BYTES).putLong(amountMicroEuro);
    words.position(5 * WORD - Long.BYTES).putLong(energyMilliWattHours);
    return Hex.of(Keccak.hash(Keccak.hash(words.array())));
  }
}
