package org.nachbarstrom.clearing.chain.evm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.clearing.chain.BatchClearing;
import org.nachbarstrom.clearing.chain.ChainBatch;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Movement;
import org.nachbarstrom.clearing.ledger.Sums;
import org.web3j.crypto.Hash;

/** Calls of {@code Stromkonto.sol} and their results, encoded by hand: all of it is words. */
final class StromkontoAbi {
  private static final String CLEAR_BATCH =
      selector("clearBatch(bytes32,uint64,bytes32,uint32,(bytes20,uint256)[])");
  private static final String BATCH = selector("batch(bytes32)");
  private static final String ACCOUNTS = selector("accounts(bytes20[])");
  private static final String LAST_SEQUENCE = selector("lastSequence()");
  private static final int LANE_BITS = 64;
  private static final int WORD_BYTES = 32;

  /** Topic of the event that a batch was cleared. */
  static final String BATCH_CLEARED = topic("BatchCleared(bytes32,uint64,bytes32,uint32,uint256)");

  private StromkontoAbi() {}

  /** Constructor arguments, without prefix, to be appended to the creation code. */
  static String constructor(String clearer, AccountNumber grid) {
    return new AbiWords().address(clearer).bytes(grid.value()).hex();
  }

  static String clearBatch(BatchClearing clearing) {
    AbiWords words =
        new AbiWords()
            .bytes(batchKey(clearing.batch()))
            .number(clearing.sequence())
            .bytes(clearing.merkleRoot())
            .number(clearing.bookings())
            .number(5L * WORD_BYTES)
            .number(clearing.movements().size());
    for (Movement movement : clearing.movements()) {
      words.bytes(movement.account().value()).number(pack(movement.sums()));
    }
    return CLEAR_BATCH + words.hex();
  }

  static String batch(UUID batch) {
    return BATCH + new AbiWords().bytes(batchKey(batch)).hex();
  }

  static Optional<ChainBatch> readBatch(String result) {
    long sequence = AbiWords.numberAt(result, 1).longValueExact();
    return sequence == 0
        ? Optional.empty()
        : Optional.of(
            new ChainBatch(
                AbiWords.bytesAt(result, 0, WORD_BYTES),
                sequence,
                AbiWords.numberAt(result, 2).longValueExact(),
                AbiWords.numberAt(result, 3).longValueExact()));
  }

  static String accounts(List<AccountNumber> accounts) {
    AbiWords words = new AbiWords().number(WORD_BYTES).number(accounts.size());
    accounts.forEach(account -> words.bytes(account.value()));
    return ACCOUNTS + words.hex();
  }

  static List<Sums> readAccounts(String result) {
    int count = AbiWords.numberAt(result, 1).intValueExact();
    List<Sums> sums = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sums.add(unpack(AbiWords.numberAt(result, 2 + i)));
    }
    return sums;
  }

  static String lastSequence() {
    return LAST_SEQUENCE;
  }

  static long readLastSequence(String result) {
    return AbiWords.numberAt(result, 0).longValueExact();
  }

  /** A batch as the contract knows it: the 16 bytes of its UUID and 16 zero bytes. */
  static String batchKey(UUID batch) {
    return "0x" + batch.toString().replace("-", "") + "0".repeat(WORD_BYTES);
  }

  /** The first four bytes of the hash of a signature, with prefix. */
  static String selector(String signature) {
    return topic(signature).substring(0, 10);
  }

  private static String topic(String signature) {
    return AbiWords.hex(Hash.sha3(signature.getBytes(StandardCharsets.UTF_8)));
  }

  private static BigInteger pack(Sums sums) {
    return lane(sums.valueDebit().microEuro(), 3)
        .or(lane(sums.valueCredit().microEuro(), 2))
        .or(lane(sums.energyReceived().milliWattHours(), 1))
        .or(lane(sums.energyGiven().milliWattHours(), 0));
  }

  private static BigInteger lane(long count, int lane) {
    return BigInteger.valueOf(count).shiftLeft(lane * LANE_BITS);
  }

  private static Sums unpack(BigInteger word) {
    // A lane that does not fit a long cannot come from this ledger; it shows as a difference.
    return Sums.ofCounts(count(word, 3), count(word, 2), count(word, 1), count(word, 0));
  }

  private static long count(BigInteger word, int lane) {
    return word.shiftRight(lane * LANE_BITS).longValue() & Long.MAX_VALUE;
  }
}
