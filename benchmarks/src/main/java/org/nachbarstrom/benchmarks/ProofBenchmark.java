package org.nachbarstrom.benchmarks;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.proof.Keccak;
import org.nachbarstrom.clearing.proof.keccak.Web3jKeccak;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Merkle root over a batch of 1000 bookings. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ProofBenchmark {
  private final Keccak keccak = new Web3jKeccak();
  private final List<JournalEntry> entries = BatchInput.journal(BatchInput.batch());
  private final List<byte[]> hashed = MerkleRoot.hashed(entries, keccak);

  /** Ours: leaves, sorting and tree with Keccak-256. */
  @Benchmark
  @ComparedWith("sha256OfSameBytes")
  public String merkleRoot() {
    return MerkleRoot.of(entries, keccak);
  }

  /** Reference: SHA-256 over every input that the root hashes, nothing else. */
  @Benchmark
  public byte[] sha256OfSameBytes() throws NoSuchAlgorithmException {
    return MerkleRoot.sha256(hashed);
  }
}
