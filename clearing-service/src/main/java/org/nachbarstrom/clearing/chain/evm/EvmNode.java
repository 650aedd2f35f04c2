package org.nachbarstrom.clearing.chain.evm;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;

/**
 * JSON-RPC of one node. Every call blocks; an answer that does not come is {@link
 * ChainRejection#CHAIN_UNREACHABLE}.
 */
@ApplicationScoped
class EvmNode {
  private static final DefaultBlockParameterName LATEST = DefaultBlockParameterName.LATEST;

  private final Web3j web3j;
  private final CustomErrors errors;

  EvmNode(@ConfigProperty(name = "nachbarstrom.chain.url") String url, CustomErrors errors) {
    this.web3j = Web3j.build(new HttpService(url));
    this.errors = errors;
  }

  /**
   * Facts of the latest block.
   *
   * @param gasLimit most gas a transaction could use
   * @param baseFee wei per gas
   */
  record Block(long number, BigInteger gasLimit, BigInteger baseFee) {}

  long chainId() {
    return answer(web3j.ethChainId()).getChainId().longValueExact();
  }

  Block latestBlock() {
    EthBlock.Block block = answer(web3j.ethGetBlockByNumber(LATEST, false)).getBlock();
    return new Block(
        block.getNumber().longValueExact(), block.getGasLimit(), block.getBaseFeePerGas());
  }

  /** Nonce after the last mined transaction: at most one of ours is ever under way. */
  BigInteger nonce(String sender) {
    return answer(web3j.ethGetTransactionCount(sender, LATEST)).getTransactionCount();
  }

  boolean hasCode(String address) {
    return answer(web3j.ethGetCode(address, LATEST)).getCode().length() > 2;
  }

  /** Result of a view function. */
  String call(String contract, String data) {
    return answer(web3j.ethCall(Transaction.createEthCallTransaction(null, contract, data), LATEST))
        .getValue();
  }

  /** Gas that a transaction would use; a revert is described. An empty address creates. */
  BigInteger estimateGas(String sender, Optional<String> contract, String data) {
    return answer(
            web3j.ethEstimateGas(
                Transaction.createEthCallTransaction(sender, contract.orElse(null), data)))
        .getAmountUsed();
  }

  /** Sends a signed transaction. */
  void send(String rawTransaction) {
    Response<String> response = transport(web3j.ethSendRawTransaction(rawTransaction));
    if (response.hasError()) {
      throw new ProblemException(
          ChainRejection.CHAIN_REFUSED, "The node says: " + response.getError().getMessage());
    }
  }

  Optional<TransactionReceipt> receipt(String transactionHash) {
    return answer(web3j.ethGetTransactionReceipt(transactionHash)).getTransactionReceipt();
  }

  /** Hash of the transaction in whose log the event is. */
  Optional<String> transactionOf(
      String contract, long blockNumber, String event, String firstTopic) {
    DefaultBlockParameter block = DefaultBlockParameter.valueOf(BigInteger.valueOf(blockNumber));
    EthFilter filter = new EthFilter(block, block, contract);
    filter.addSingleTopic(event);
    filter.addSingleTopic(firstTopic);
    List<?> logs = answer(web3j.ethGetLogs(filter)).getLogs();
    return logs.stream()
        .filter(EthLog.LogObject.class::isInstance)
        .map(log -> ((EthLog.LogObject) log).getTransactionHash())
        .findFirst();
  }

  @PreDestroy
  void close() {
    web3j.shutdown();
  }

  private <T extends Response<?>> T answer(Request<?, T> request) {
    T response = transport(request);
    if (response.hasError()) {
      throw refusal(response.getError());
    }
    return response;
  }

  private static <T extends Response<?>> T transport(Request<?, T> request) {
    try {
      return request.send();
    } catch (IOException | RuntimeException away) {
      // Also what answers, but not as a node: a proxy's page, an empty body.
      throw new ProblemException(
          ChainRejection.CHAIN_UNREACHABLE, "The chain node does not answer: " + away.getMessage());
    }
  }

  private ProblemException refusal(Response.Error error) {
    String message = String.valueOf(error.getMessage());
    String data = error.getData() == null ? "" : error.getData().replace("\"", "");
    if (data.startsWith("0x")) {
      return new ProblemException(
          ChainRejection.CONTRACT_REFUSED, "The contract says: " + errors.describe(data));
    }
    return message.contains("gas")
        ? new ProblemException(ChainRejection.BATCH_TOO_LARGE, "The node says: " + message)
        : new ProblemException(ChainRejection.CHAIN_REFUSED, "The node says: " + message);
  }
}
