package org.nachbarstrom.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Posting;
import org.nachbarstrom.clearing.ledger.PostingOutcome;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.clearing.proof.Keccak;
import org.nachbarstrom.clearing.proof.MerkleTree;
import org.nachbarstrom.clearing.proof.keccak.Web3jKeccak;
import org.nachbarstrom.metering.sharing.AllocationKernel;
import org.nachbarstrom.metering.sharing.DayAllocation;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.KeyTerms;
import org.nachbarstrom.quantities.Energy;

/** A ratio is only worth something if both sides did the same work. */
class SameWorkTest {
  @ParameterizedTest
  @CsvSource({"months,20,2976", "days,620,96"})
  void everyReaderFindsTheSameSegments(String name, int messages, int values) throws Exception {
    byte[] interchange = InterchangeInput.of(name).bytes();
    // 14 other segments in each message and 3 per value, UNB and UNZ.
    int segments = messages * (14 + 3 * values) + 2;

    assertThat(Parsing.byteScan(interchange)).isEqualTo(segments);
    assertThat(Parsing.segmentReader(interchange)).isEqualTo(segments);
    // StAEDI takes UNA for a segment.
    assertThat(Parsing.staediEvents(interchange)).isEqualTo(segments + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"months", "days"})
  void bothReadersFindTheSameValues(String name) throws Exception {
    byte[] interchange = InterchangeInput.of(name).bytes();

    Parsing.Values ours = Parsing.msconsReader(interchange);

    assertThat(ours.count()).isEqualTo(59_520);
    assertThat(ours.milliWattHours()).isPositive();
    assertThat(ours).isEqualTo(Parsing.staediValues(interchange));
  }

  @Test
  void everyWriterWritesTheSameSegments() throws Exception {
    byte[] interchange = InterchangeInput.MONTHS.bytes();
    ByteArrayOutputStream checked = new ByteArrayOutputStream();
    ByteArrayOutputStream syntaxOnly = new ByteArrayOutputStream();
    ByteArrayOutputStream staedi = new ByteArrayOutputStream();

    Writing.msconsWriter(Writing.profiles(), checked);
    Writing.segmentWriter(Writing.segments(interchange), syntaxOnly);
    Writing.staediWriter(Writing.segments(interchange), staedi);

    assertThat(syntaxOnly.toByteArray()).isEqualTo(interchange);
    assertThat(staedi.toByteArray()).isEqualTo(interchange);
    // The input numbers its messages M1, M2 and so on.
    assertThat(checked.toString(ISO_8859_1))
        .isEqualTo(
            new String(interchange, ISO_8859_1).replaceAll("(UNH\\+|UNT\\+[0-9]+\\+)M", "$1"));
  }

  @Test
  void everyWrongValueIsFound() throws Exception {
    assertThat(Parsing.findings(InterchangeInput.WRONG_DAYS.bytes())).isEqualTo(59_520);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100, 1000})
  void bothAllocationsGiveEveryCellTheSameEnergy(int members) {
    AllocationInput input = AllocationInput.of(members);
    int consumers = input.consumption().length;
    int producers = input.generation().length;
    DayAllocation ours =
        AllocationKernel.exchange(
            KeyTerms.of(KeyMethod.PROPORTIONAL),
            input.consumption(),
            input.generation(),
            AllocationInput.INTERVALS);
    BigDecimalAllocation reference =
        BigDecimalAllocation.exchange(
            AllocationInput.kilowattHours(input.consumption()),
            AllocationInput.kilowattHours(input.generation()));

    SoftAssertions cells = new SoftAssertions();
    for (int i = 0; i < consumers; i++) {
      for (int t = 0; t < AllocationInput.INTERVALS; t++) {
        same(cells, "share", ours.share(i, t), reference.share(i, t));
        same(cells, "allocated", ours.allocated(i, t), reference.allocated(i, t));
      }
      for (int p = 0; p < producers; p++) {
        same(cells, "exchanged", ours.exchanged(i, p), reference.exchanged(i, p));
      }
    }
    for (int p = 0; p < producers; p++) {
      for (int t = 0; t < AllocationInput.INTERVALS; t++) {
        same(cells, "shared", ours.shared(p, t), reference.shared(p, t));
      }
    }
    cells.assertAll();
    assertThat(members).isEqualTo(consumers + producers);
  }

  private static void same(SoftAssertions cells, String what, long ours, BigDecimal reference) {
    if (BigDecimal.valueOf(ours, BigDecimalAllocation.SCALE).compareTo(reference) != 0) {
      cells.fail("%s: %s but the reference has %s", what, ours, reference.toPlainString());
    }
  }

  @Test
  void bothPostingsGiveEveryAccountTheSameSums() {
    var batch = BatchInput.batch();
    PostingOutcome outcome = Posting.of(BatchInput.sound(batch), Map.of());

    Map<String, BigDecimal[]> reference = NaivePosting.post(batch);

    assertThat(batch.bookings()).hasSize(1000);
    assertThat(outcome).isInstanceOf(PostingOutcome.Balanced.class);
    Map<String, Sums> ours = new HashMap<>();
    ((PostingOutcome.Balanced) outcome)
        .movements()
        .forEach((account, sums) -> ours.put(account.value(), sums));
    Map<String, Sums> expected = new HashMap<>();
    reference.forEach((account, sums) -> expected.put(account, sums(sums)));
    assertThat(ours).hasSize(101).isEqualTo(expected);
  }

  private static Sums sums(BigDecimal[] sums) {
    return Sums.ofCounts(
        millionths(sums[NaivePosting.DEBIT]),
        millionths(sums[NaivePosting.CREDIT]),
        millionths(sums[NaivePosting.RECEIVED]),
        millionths(sums[NaivePosting.GIVEN]));
  }

  private static long millionths(BigDecimal value) {
    return Energy.ofKilowattHours(value).milliWattHours();
  }

  @Test
  void sha256SeesEverythingThatTheRootHashes() {
    Keccak keccak = new Web3jKeccak();
    List<JournalEntry> entries = BatchInput.journal(BatchInput.batch());

    List<byte[]> hashed = MerkleRoot.hashed(entries, keccak);

    // Two per leaf, one per inner node; a leaf has five words, everything else one or two.
    assertThat(hashed).hasSize(1000 + 1000 + 999);
    assertThat(hashed.stream().mapToInt(input -> input.length).sum())
        .isEqualTo(1000 * (5 * 32 + 32) + 999 * 2 * 32);
    assertThat(MerkleTree.hex(keccak.hash(hashed.getLast())))
        .isEqualTo(MerkleRoot.of(entries, keccak));
  }
}
