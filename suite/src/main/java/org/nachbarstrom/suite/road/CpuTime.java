package org.nachbarstrom.suite.road;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time of processes, as Linux reports it in hundredths of a second. */
public final class CpuTime {

  private static final int MILLIS_PER_TICK = 10;
  // Counted after the name, which may hold blanks: utime is the 14th field of all.
  private static final int USER = 11;
  private static final int OF_ENDED_CHILDREN = 13;

  private CpuTime() {}

  /**
   * User and system time of a process so far.
   *
   * @return milliseconds
   */
  public static long millis(long pid) throws IOException {
    return ticks(pid, USER) * MILLIS_PER_TICK;
  }

  /**
   * The same of a process with all its children, those that have ended too.
   *
   * @return milliseconds
   */
  public static long millisWithChildren(long pid) throws IOException {
    long ticks = ticks(pid, USER) + ticks(pid, OF_ENDED_CHILDREN);
    try (Stream<ProcessHandle> children = ProcessHandle.of(pid).orElseThrow().children()) {
      for (ProcessHandle child : children.toList()) {
        ticks += ticks(child.pid(), USER);
      }
    }
    return ticks * MILLIS_PER_TICK;
  }

  private static long ticks(long pid, int field) throws IOException {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    String line = Files.readString(stat);
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
  }
}
