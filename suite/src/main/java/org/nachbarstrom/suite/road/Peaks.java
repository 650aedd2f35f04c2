package org.nachbarstrom.suite.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Peak memory of processes, as Linux reports it. */
public final class Peaks {

  private static final String FIELD = "VmHWM:";

  private Peaks() {}

  /**
   * Largest resident memory that a process has had so far.
   *
   * @return kibibytes; empty where the system does not tell
   */
  public static OptionalLong peakKibibytes(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The largest peak among a process and its children that still run. */
  public static OptionalLong largestKibibytes(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(parent -> Stream.concat(Stream.of(parent), parent.children()))
        .map(process -> peakKibibytes(process.pid()))
        .flatMapToLong(OptionalLong::stream)
        .max();
  }
}
