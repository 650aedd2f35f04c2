package org.nachbarstrom.clearing.chain.evm;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** Signs and sends transactions with the one key of this installation. */
@ApplicationScoped
class Sender {
  private static final BigInteger TWO = BigInteger.TWO;
  private static final long POLL_MILLIS = 50;

  private final EvmNode node;
  private final Credentials credentials;
  private final Duration patience;

  Sender(
      EvmNode node,
      @ConfigProperty(name = "nachbarstrom.chain.private-key") String privateKey,
      @ConfigProperty(name = "nachbarstrom.chain.receipt-timeout", defaultValue = "30S")
          Duration patience) {
    this.node = node;
    this.credentials = Credentials.create(privateKey);
    this.patience = patience;
  }

  /**
   * A signed transaction.
   *
   * @param raw hexadecimal, ready to be sent
   */
  record Signed(long chainId, long nonce, String hash, String raw) {}

  String address() {
    return credentials.getAddress();
  }

  /**
   * Signs with the next nonce. The fee is twice the base fee of the latest block and no tip, so
   * that it is nothing on a chain without fees.
   *
   * @param contract receiver; empty to create a contract
   * @throws ProblemException if the contract would refuse or no block has enough gas
   */
  Signed sign(Optional<String> contract, String data) {
    EvmNode.Block block = node.latestBlock();
    BigInteger estimate = node.estimateGas(address(), contract, data);
    if (estimate.compareTo(block.gasLimit()) > 0) {
      throw new ProblemException(
          ChainRejection.BATCH_TOO_LARGE,
          "It needs " + estimate + " gas, a block has " + block.gasLimit() + ".");
    }
    // A fifth more: the state may have changed until it is mined.
    BigInteger gas = estimate.add(estimate.divide(BigInteger.valueOf(5))).min(block.gasLimit());
    long chainId = node.chainId();
    BigInteger nonce = node.nonce(address());
    RawTransaction transaction =
        RawTransaction.createTransaction(
            chainId,
            nonce,
            gas,
            contract.orElse(""),
            BigInteger.ZERO,
            data,
            BigInteger.ZERO,
            block.baseFee().multiply(TWO));
    byte[] signed = TransactionEncoder.signMessage(transaction, credentials);
    return new Signed(
        chainId, nonce.longValueExact(), AbiWords.hex(Hash.sha3(signed)), AbiWords.hex(signed));
  }

  /** Sends and waits until it is mined. */
  TransactionReceipt send(Signed transaction) {
    node.send(transaction.raw());
    return await(transaction.hash());
  }

  /**
   * Waits until the transaction is mined.
   *
   * @throws ProblemException with {@link ChainRejection#NOT_MINED} if it takes too long
   */
  TransactionReceipt await(String hash) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<TransactionReceipt> receipt = node.receipt(hash);
      if (receipt.isPresent()) {
        return receipt.get();
      }
      if (System.nanoTime() > deadline) {
        throw new ProblemException(
            ChainRejection.NOT_MINED,
            "Transaction " + hash + " is not in a block after " + patience.toSeconds() + " s.");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a block", interrupted);
    }
  }
}
