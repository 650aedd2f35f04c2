package org.nachbarstrom.benchmarks;

import io.xlate.edi.stream.EDIStreamException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/**
 * Reading an interchange of 59 520 values that is in memory. {@link #msconsReader} does more than
 * any reference: it also checks everything and reads all times.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ParsingBenchmark {
  /** Load profiles of months or days in each message. */
  @Param({"months", "days"})
  public String profiles = "months";

  private byte[] interchange = new byte[0];

  /** Makes the input. */
  @Setup
  public void setUp() {
    interchange = InterchangeInput.of(profiles).bytes();
  }

  /** Ours: parse and check. */
  @Benchmark
  @ComparedWith({"staediEvents", "staediValues", "byteScan"})
  public Object msconsReader() throws IOException {
    return Parsing.msconsReader(interchange);
  }

  /** Ours: syntax only. */
  @Benchmark
  @ComparedWith({"staediEvents", "byteScan"})
  public int segmentReader() throws IOException {
    return Parsing.segmentReader(interchange);
  }

  /** Reference: StAEDI's events, none looked at. */
  @Benchmark
  public int staediEvents() throws IOException, EDIStreamException {
    return Parsing.staediEvents(interchange);
  }

  /** Reference: StAEDI's events and the quantities out of them. */
  @Benchmark
  public Object staediValues() throws IOException, EDIStreamException {
    return Parsing.staediValues(interchange);
  }

  /** The limit: every byte looked at once. */
  @Benchmark
  public int byteScan() {
    return Parsing.byteScan(interchange);
  }
}
