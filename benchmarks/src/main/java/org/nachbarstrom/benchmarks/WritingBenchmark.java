package org.nachbarstrom.benchmarks;

import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing an interchange of 59 520 values into memory. {@link #msconsWriter} does more than any
 * reference: it also checks everything and formats numbers and times; the others get texts that are
 * ready.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class WritingBenchmark {
  /** StAEDI warns of each interchange that it does not validate it; held, or it would be lost. */
  private static final Logger STAEDI = Logger.getLogger("io.xlate.edi");

  private final byte[] interchange = InterchangeInput.MONTHS.bytes();
  private final List<LoadProfile> profiles = Writing.profiles();
  private final List<Segment> segments = Writing.segments(interchange);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(2 * interchange.length);

  /** The input. */
  public WritingBenchmark() {
    STAEDI.setLevel(Level.SEVERE);
  }

  /** Ours: content checked and written. */
  @Benchmark
  @ComparedWith({"staediWriter", "byteCopy"})
  public int msconsWriter() throws IOException {
    out.reset();
    Writing.msconsWriter(profiles, out);
    return out.size();
  }

  /** Ours: syntax only. */
  @Benchmark
  @ComparedWith({"staediWriter", "byteCopy"})
  public int segmentWriter() throws IOException {
    out.reset();
    Writing.segmentWriter(segments, out);
    return out.size();
  }

  /** Reference: StAEDI's writer, the same segments. */
  @Benchmark
  public int staediWriter() throws EDIStreamException {
    out.reset();
    Writing.staediWriter(segments, out);
    return out.size();
  }

  /** The limit: all bytes copied at once. */
  @Benchmark
  public int byteCopy() {
    out.reset();
    out.write(interchange, 0, interchange.length);
    return out.size();
  }
}
