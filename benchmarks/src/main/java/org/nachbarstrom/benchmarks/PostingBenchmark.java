package org.nachbarstrom.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nachbarstrom.clearing.batch.ReceivedBatch;
import org.nachbarstrom.clearing.ledger.Posting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Checking and posting a batch of 1000 bookings; without database. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class PostingBenchmark {
  private final ReceivedBatch batch = BatchInput.batch();

  /** Ours: rules of the batch, movements, nobody overdrawn, zero-sum. */
  @Benchmark
  @ComparedWith("bigDecimalHashMap")
  public Object postingRules() {
    return Posting.of(BatchInput.sound(batch), Map.of());
  }

  /** Reference: the same with decimals in a hash map. */
  @Benchmark
  public Object bigDecimalHashMap() {
    return NaivePosting.post(batch);
  }
}
