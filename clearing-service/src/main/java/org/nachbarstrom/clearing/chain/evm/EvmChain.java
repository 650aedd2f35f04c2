package org.nachbarstrom.clearing.chain.evm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.clearing.chain.BatchClearing;
import org.nachbarstrom.clearing.chain.Chain;
import org.nachbarstrom.clearing.chain.ChainBatch;
import org.nachbarstrom.clearing.chain.ChainReceipt;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.clearing.chain.Contract;
import org.nachbarstrom.clearing.chain.ContractState;
import org.nachbarstrom.clearing.chain.PlannedDeployment;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.work.OffLoop;
import org.web3j.crypto.ContractUtils;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** The chain on an EVM node. All calls run on worker threads. */
@ApplicationScoped
class EvmChain implements Chain {
  private final EvmNode node;
  private final Sender sender;
  private final String creationCode;

  EvmChain(EvmNode node, Sender sender) {
    this.node = node;
    this.sender = sender;
    try (InputStream bytecode = CustomErrors.resource("Stromkonto.bin")) {
      this.creationCode =
          "0x" + new String(bytecode.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Uni<PlannedDeployment> planDeployment(AccountNumber grid) {
    return OffLoop.compute(() -> {
      String data = creationCode + StromkontoAbi.constructor(sender.address(), grid);
      Sender.Signed signed = sender.sign(Optional.empty(), data);
      String address =
          ContractUtils.generateContractAddress(
                  sender.address(), BigInteger.valueOf(signed.nonce()))
              .toLowerCase(Locale.ROOT);
      return new PlannedDeployment(
          new Contract(signed.chainId(), address), signed.nonce(), signed.hash(), signed.raw());
    });
  }

  @Override
  public Uni<Optional<Contract>> deploy(PlannedDeployment plan) {
    return OffLoop.compute(() -> {
      requireChain(plan.contract());
      Optional<TransactionReceipt> known = node.receipt(plan.transactionHash());
      if (known.isEmpty()) {
        boolean used = node.nonce(sender.address()).compareTo(BigInteger.valueOf(plan.nonce())) > 0;
        if (used) {
          // Asked again, because it may have been mined between the two questions.
          known = node.receipt(plan.transactionHash());
          if (known.isEmpty()) {
            return Optional.empty();
          }
        } else {
          node.send(plan.rawTransaction());
          known = Optional.of(sender.await(plan.transactionHash()));
        }
      }
      return known.get().isStatusOK() ? Optional.of(plan.contract()) : Optional.empty();
    });
  }

  @Override
  public Uni<Optional<ChainReceipt>> cleared(Contract contract, UUID batch) {
    return OffLoop.compute(() -> {
      require(contract);
      return find(contract, batch).map(held -> receipt(contract, batch, held));
    });
  }

  @Override
  public Uni<ChainReceipt> clear(Contract contract, BatchClearing clearing) {
    return OffLoop.compute(() -> {
      String data = StromkontoAbi.clearBatch(clearing);
      TransactionReceipt receipt = sender.send(sender.sign(Optional.of(contract.address()), data));
      if (!receipt.isStatusOK()) {
        // Asking for the gas again names the reason, unless the state has changed since.
        node.estimateGas(sender.address(), Optional.of(contract.address()), data);
        throw new ProblemException(
            ChainRejection.CONTRACT_REFUSED,
            "Transaction " + receipt.getTransactionHash() + " was reverted.");
      }
      return new ChainReceipt(
          clearing.merkleRoot(),
          receipt.getTransactionHash(),
          receipt.getBlockNumber().longValueExact(),
          receipt.getGasUsed().longValueExact());
    });
  }

  @Override
  public Uni<ContractState> state(Contract contract) {
    return OffLoop.compute(() -> {
      requireChain(contract);
      long block = node.latestBlock().number();
      if (!node.hasCode(contract.address())) {
        return new ContractState(false, 0, block);
      }
      String result = node.call(contract.address(), StromkontoAbi.lastSequence());
      return new ContractState(true, StromkontoAbi.readLastSequence(result), block);
    });
  }

  @Override
  public Uni<Optional<ChainBatch>> batch(Contract contract, UUID batch) {
    return OffLoop.compute(() -> find(contract, batch));
  }

  @Override
  public Uni<List<Sums>> sums(Contract contract, List<AccountNumber> accounts) {
    return OffLoop.compute(() ->
        StromkontoAbi.readAccounts(
            node.call(contract.address(), StromkontoAbi.accounts(accounts))));
  }

  private Optional<ChainBatch> find(Contract contract, UUID batch) {
    return StromkontoAbi.readBatch(node.call(contract.address(), StromkontoAbi.batch(batch)));
  }

  private ChainReceipt receipt(Contract contract, UUID batch, ChainBatch held) {
    TransactionReceipt receipt =
        node.transactionOf(
                contract.address(),
                held.blockNumber(),
                StromkontoAbi.BATCH_CLEARED,
                StromkontoAbi.batchKey(batch))
            .flatMap(node::receipt)
            .orElseThrow(() ->
                new ProblemException(
                    ChainRejection.CHAIN_REFUSED,
                    "The node does not find the transaction of batch " + batch + "."));
    return new ChainReceipt(
        held.merkleRoot(),
        receipt.getTransactionHash(),
        held.blockNumber(),
        receipt.getGasUsed().longValueExact());
  }

  private void require(Contract contract) {
    requireChain(contract);
    if (!node.hasCode(contract.address())) {
      throw new ProblemException(
          ChainRejection.CONTRACT_MISSING,
          "There is no contract at "
              + contract.address()
              + " of chain "
              + contract.chainId()
              + ".");
    }
  }

  private void requireChain(Contract contract) {
    long actual = node.chainId();
    if (actual != contract.chainId()) {
      throw new ProblemException(
          ChainRejection.WRONG_CHAIN,
          "The contract is on chain " + contract.chainId() + ", the node on " + actual + ".");
    }
  }
}
