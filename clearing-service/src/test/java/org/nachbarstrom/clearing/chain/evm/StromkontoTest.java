package org.nachbarstrom.clearing.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.chain.BatchClearing;
import org.nachbarstrom.clearing.chain.ChainBatch;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Movement;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.clearing.proof.Keccak;
import org.nachbarstrom.clearing.proof.Leaf;
import org.nachbarstrom.clearing.proof.MerkleTree;
import org.nachbarstrom.clearing.proof.keccak.Web3jKeccak;
import org.nachbarstrom.embedded.EmbeddedChain;
import org.nachbarstrom.support.problem.ProblemException;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** The contract's own rules, on a real node. */
class StromkontoTest {
  private static final String ROOT = "0x" + "ab".repeat(32);
  private static final UUID BATCH = UUID.fromString("5d1f7c6a-3f1c-4e0d-9a34-3b0a7d3c1e11");
  private static final AccountNumber ANNA = account(1);
  private static final AccountNumber BERT = account(2);
  private static final AccountNumber GRID = account(9);

  private static EmbeddedChain chain;
  private static EvmNode node;
  private static Sender clearer;

  private String contract = "";

  @BeforeAll
  static void startNode() {
    chain = EmbeddedChain.startTemporary();
    node = new EvmNode(chain.url(), new CustomErrors(new ObjectMapper()));
    clearer = new Sender(node, chain.privateKey(), Duration.ofSeconds(10));
  }

  @AfterAll
  static void stopNode() {
    node.close();
    chain.close();
  }

  @BeforeEach
  void deploy() throws IOException {
    String code;
    try (var bytecode = CustomErrors.resource("Stromkonto.bin")) {
      code = new String(bytecode.readAllBytes(), StandardCharsets.US_ASCII).strip();
    }
    String data = "0x" + code + StromkontoAbi.constructor(clearer.address(), GRID);
    contract = clearer.send(clearer.sign(Optional.empty(), data)).getContractAddress();
  }

  @Test
  void keepsTheSumsAndTheRootOfAClearedBatch() {
    clear(1, BATCH, moved(ANNA, 0, 849_000, 8, 8), moved(GRID, 849_000, 0, 8, 8));

    assertThat(sums(ANNA, GRID, BERT))
        .containsExactly(
            Sums.ofCounts(0, 849_000, 8, 8), Sums.ofCounts(849_000, 0, 8, 8), Sums.ZERO);
    assertThat(lastSequence()).isEqualTo(1);
    ChainBatch batch =
        StromkontoAbi.readBatch(node.call(contract, StromkontoAbi.batch(BATCH))).orElseThrow();
    assertThat(batch.merkleRoot()).isEqualTo(ROOT);
    assertThat(batch.sequence()).isEqualTo(1);
    assertThat(batch.bookings()).isEqualTo(3);
  }

  @Test
  void addsUpOverBatchesAndFindsTheTransactionByItsEvent() {
    TransactionReceipt first = clear(1, BATCH, moved(ANNA, 5, 0, 7, 0), moved(GRID, 0, 5, 0, 7));
    clear(2, UUID.randomUUID(), moved(ANNA, 1, 0, 0, 7), moved(BERT, 0, 1, 7, 0));

    assertThat(sums(ANNA, BERT, GRID))
        .containsExactly(
            Sums.ofCounts(6, 0, 7, 7), Sums.ofCounts(0, 1, 7, 0), Sums.ofCounts(0, 5, 0, 7));
    assertThat(
            node.transactionOf(
                contract,
                first.getBlockNumber().longValueExact(),
                StromkontoAbi.BATCH_CLEARED,
                StromkontoAbi.batchKey(BATCH)))
        .contains(first.getTransactionHash());
  }

  @Test
  void refusesABatchThatIsNotZeroSumInValue() {
    assertRefused(
        "ValueNotZeroSum(debitMicroEuro=5, creditMicroEuro=6)",
        () -> clear(1, BATCH, moved(ANNA, 5, 0, 7, 0), moved(GRID, 0, 6, 0, 7)));
  }

  @Test
  void refusesABatchThatIsNotZeroSumInEnergy() {
    assertRefused(
        "EnergyNotZeroSum(receivedMilliWattHours=8, givenMilliWattHours=7)",
        () -> clear(1, BATCH, moved(ANNA, 5, 0, 8, 0), moved(GRID, 0, 5, 0, 7)));
  }

  @Test
  void refusesToGiveMoreThanWasReceivedSinceTheBeginning() {
    clear(1, BATCH, moved(ANNA, 0, 0, 8_000_000, 0), moved(GRID, 0, 0, 0, 8_000_000));

    assertRefused(
        "EnergyOverdrawn(account="
            + ANNA.value()
            + ", receivedMilliWattHours=8000000, givenMilliWattHours=8500000)",
        () ->
            clear(
                2,
                UUID.randomUUID(),
                moved(ANNA, 0, 0, 0, 8_500_000),
                moved(BERT, 0, 0, 8_500_000, 0)));
  }

  @Test
  void refusesASequenceThatIsNotNextAndABatchSeenBefore() {
    assertRefused(
        "SequenceNotNext(expected=1, actual=2)",
        () -> clear(2, BATCH, moved(ANNA, 0, 0, 7, 0), moved(GRID, 0, 0, 0, 7)));
    clear(1, BATCH, moved(ANNA, 0, 0, 7, 0), moved(GRID, 0, 0, 0, 7));
    assertRefused(
        "BatchAlreadyCleared(batchId=" + StromkontoAbi.batchKey(BATCH) + ", sequence=1)",
        () -> clear(2, BATCH, moved(ANNA, 0, 0, 7, 0), moved(GRID, 0, 0, 0, 7)));
  }

  @Test
  void refusesAccountsThatAreNotAscendingOrOccurTwice() {
    assertRefused(
        "AccountsNotAscending(previous=" + GRID.value() + ", account=" + ANNA.value() + ")",
        () -> clear(1, BATCH, moved(GRID, 0, 0, 0, 7), moved(ANNA, 0, 0, 7, 0)));
    assertRefused(
        "AccountsNotAscending(previous=" + ANNA.value() + ", account=" + ANNA.value() + ")",
        () -> clear(1, BATCH, moved(ANNA, 5, 0, 0, 0), moved(ANNA, 0, 5, 0, 0)));
  }

  @Test
  void refusesABatchWithoutMovements() {
    assertRefused(
        "BatchEmpty(batchId=" + StromkontoAbi.batchKey(BATCH) + ")", () -> clear(1, BATCH));
  }

  @Test
  void refusesASumThatDoesNotFitItsLane() {
    Movement most = moved(ANNA, Long.MAX_VALUE, 0, 0, 0);
    Movement counter = moved(GRID, 0, Long.MAX_VALUE, 0, 0);
    clear(1, BATCH, most, counter);
    clear(2, UUID.randomUUID(), most, counter);

    assertRefused(
        "SumTooLarge(account=" + ANNA.value() + ")",
        () -> clear(3, UUID.randomUUID(), moved(ANNA, 2, 0, 0, 0), moved(GRID, 0, 2, 0, 0)));
  }

  @Test
  void lanesDoNotSpillIntoEachOther() {
    Sums most = Sums.ofCounts(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    clear(1, BATCH, new Movement(ANNA, most));

    assertThat(sums(ANNA)).containsExactly(most);
  }

  @Test
  void refusesAStranger() {
    Sender stranger = new Sender(node, "0x" + "0".repeat(63) + "7", Duration.ofSeconds(10));
    String data = call(1, BATCH, moved(ANNA, 0, 0, 7, 0), moved(GRID, 0, 0, 0, 7));

    assertRefused(
        "OwnableUnauthorizedAccount(account=" + stranger.address() + ")",
        () -> stranger.sign(Optional.of(contract), data));
  }

  @Test
  void verifiesWhatOurTreeProves() {
    Keccak keccak = new Web3jKeccak();
    List<byte[]> leaves =
        IntStream.range(0, 7)
            .mapToObj(i -> new Leaf(new UUID(1, i), ANNA, BERT, i, 10L * i).hash(keccak))
            .toList();
    MerkleTree tree = MerkleTree.of(leaves, keccak);
    BatchClearing clearing =
        new BatchClearing(BATCH, 1, tree.root(), 7, List.of(moved(ANNA, 0, 0, 0, 0)));
    send(StromkontoAbi.clearBatch(clearing));

    for (byte[] leaf : leaves) {
      assertThat(verifies(leaf, tree.proof(leaf))).isTrue();
      assertThat(verifies(keccak.hash(leaf), tree.proof(leaf))).isFalse();
    }
  }

  @Test
  void clearsThousandsOfNewAccountsInOneTransaction() {
    Movement[] movements =
        IntStream.rangeClosed(1, 2000)
            .mapToObj(i -> moved(account(1000 + i), 1_000_000, 1_000_000, 5, 5))
            .toArray(Movement[]::new);

    TransactionReceipt receipt = clear(1, BATCH, movements);

    // A new account costs one fresh storage slot (22 100 gas) and its share of the call data.
    assertThat(receipt.getGasUsed().longValueExact() / 2000).isBetween(22_100L, 25_000L);
  }

  @Test
  void saysSoWhenABatchNeedsMoreGasThanABlockHas() {
    Movement[] movements =
        IntStream.rangeClosed(1, 50_000)
            .mapToObj(i -> moved(account(1000 + i), 1, 1, 0, 0))
            .toArray(Movement[]::new);

    assertThatThrownBy(() -> clear(1, BATCH, movements))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(ChainRejection.BATCH_TOO_LARGE));
  }

  private static void assertRefused(String error, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.rejection()).isEqualTo(ChainRejection.CONTRACT_REFUSED);
              assertThat(problem.detail()).isEqualTo("The contract says: " + error);
            });
  }

  private boolean verifies(byte[] leaf, List<String> proof) {
    AbiWords words =
        new AbiWords()
            .bytes(StromkontoAbi.batchKey(BATCH))
            .bytes(MerkleTree.hex(leaf))
            .number(96)
            .number(proof.size());
    proof.forEach(words::bytes);
    String call = StromkontoAbi.selector("verify(bytes32,bytes32,bytes32[])") + words.hex();
    return AbiWords.numberAt(node.call(contract, call), 0).intValueExact() == 1;
  }

  private TransactionReceipt clear(long sequence, UUID batch, Movement... movements) {
    return send(call(sequence, batch, movements));
  }

  private TransactionReceipt send(String data) {
    TransactionReceipt receipt = clearer.send(clearer.sign(Optional.of(contract), data));
    assertThat(receipt.isStatusOK()).isTrue();
    return receipt;
  }

  private static String call(long sequence, UUID batch, Movement... movements) {
    return StromkontoAbi.clearBatch(
        new BatchClearing(batch, sequence, ROOT, 3, Arrays.asList(movements)));
  }

  private List<Sums> sums(AccountNumber... accounts) {
    return StromkontoAbi.readAccounts(
        node.call(contract, StromkontoAbi.accounts(Arrays.asList(accounts))));
  }

  private long lastSequence() {
    return StromkontoAbi.readLastSequence(node.call(contract, StromkontoAbi.lastSequence()));
  }

  private static Movement moved(
      AccountNumber account, long debit, long credit, long received, long given) {
    return new Movement(account, Sums.ofCounts(debit, credit, received, given));
  }

  private static AccountNumber account(int number) {
    return new AccountNumber("0x%040x".formatted(number));
  }
}
