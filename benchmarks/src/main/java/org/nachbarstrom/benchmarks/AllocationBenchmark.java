package org.nachbarstrom.benchmarks;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.nachbarstrom.metering.sharing.AllocationKernel;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.KeyTerms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sharing a day of a community in proportion to consumption. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class AllocationBenchmark {
  private static final KeyTerms TERMS = KeyTerms.of(KeyMethod.PROPORTIONAL);

  /** Members of the community. */
  @Param({"10", "100", "1000"})
  public int members = 10;

  private AllocationInput input = AllocationInput.of(members);
  private BigDecimal[][] consumption = {};
  private BigDecimal[][] generation = {};

  /** Makes the day; the reference gets its decimals for nothing. */
  @Setup
  public void prepare() {
    input = AllocationInput.of(members);
    consumption = AllocationInput.kilowattHours(input.consumption());
    generation = AllocationInput.kilowattHours(input.generation());
  }

  /** Ours: what each consumer is allocated and each producer shares. */
  @Benchmark
  @ComparedWith("bigDecimal")
  public Object kernel() {
    return AllocationKernel.allocate(
        TERMS, input.consumption(), input.generation(), AllocationInput.INTERVALS);
  }

  /** Ours, with who supplied whom. */
  @Benchmark
  @ComparedWith("bigDecimalWithMatrix")
  public Object kernelWithMatrix() {
    return AllocationKernel.exchange(
        TERMS, input.consumption(), input.generation(), AllocationInput.INTERVALS);
  }

  /** Reference: the same in decimals. */
  @Benchmark
  public Object bigDecimal() {
    return BigDecimalAllocation.allocate(consumption, generation);
  }

  /** Reference: the same in decimals, with who supplied whom. */
  @Benchmark
  public Object bigDecimalWithMatrix() {
    return BigDecimalAllocation.exchange(consumption, generation);
  }
}
