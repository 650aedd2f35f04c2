package org.nachbarstrom.suite.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A supervisor in a JVM of its own that outlives the command that started it. */
public final class Detached {

  private static final long POLL_MILLIS = 100;
  private static final int STOP_SECONDS = 40;

  private Detached() {}

  /**
   * Starts everything in the background and returns when it is ready.
   *
   * @param mainClass the command line's main class, started again with {@code supervise}
   * @param progress takes what the supervisor reports meanwhile
   * @throws LaunchException if it does not start
   */
  public static RunningState start(
      String mainClass, Path data, OptionalInt portBase, Consumer<String> progress) {
    try {
      Path logs = Files.createDirectories(data.resolve("logs"));
      Path log = logs.resolve("supervisor.log");
      Files.deleteIfExists(log);
      Process process =
          new ProcessBuilder(command(mainClass, data, portBase))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      follow(process, log, data, progress);
      return RunningState.read(data)
          .orElseThrow(() -> new LaunchException("It did not start; see " + log));
    } catch (IOException e) {
      throw new LaunchException("The supervisor did not start on " + data, e);
    }
  }

  private static List<String> command(String mainClass, Path data, OptionalInt portBase) {
    List<String> command = new ArrayList<>();
    // A session of its own keeps the terminal's Ctrl-C away from it.
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    } else {
      command.add("nohup");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(JvmFlags.QUIET);
    command.add("-Dnachbarstrom.home=" + System.getProperty("nachbarstrom.home", ""));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of("supervise", "--data", data.toString()));
    portBase.ifPresent(base -> command.addAll(List.of("--port-base", Integer.toString(base))));
    return command;
  }

  private static void follow(Process process, Path log, Path data, Consumer<String> progress)
      throws IOException {
    try (RandomAccessFile lines = new RandomAccessFile(log.toFile(), "r")) {
      while (!ready(process, data)) {
        boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        report(lines, progress);
        if (ended) {
          throw new LaunchException("It did not start; see " + log);
        }
      }
      report(lines, progress);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while starting", e);
    }
  }

  private static boolean ready(Process process, Path data) {
    return RunningState.read(data)
        .filter(state -> state.supervisorPid() == process.pid() || state.alive())
        .isPresent();
  }

  private static void report(RandomAccessFile lines, Consumer<String> progress) throws IOException {
    while (true) {
      long before = lines.getFilePointer();
      String line = lines.readLine();
      if (line == null) {
        return;
      }
      if (lines.getFilePointer() == lines.length() && !endsWithNewline(lines)) {
        lines.seek(before);
        return;
      }
      byte[] raw = line.getBytes(StandardCharsets.ISO_8859_1);
      progress.accept(new String(raw, StandardCharsets.UTF_8));
    }
  }

  private static boolean endsWithNewline(RandomAccessFile lines) throws IOException {
    long end = lines.getFilePointer();
    lines.seek(end - 1);
    boolean newline = lines.read() == '\n';
    lines.seek(end);
    return newline;
  }

  /**
   * Stops a supervisor and everything it started.
   *
   * @return whether one was running
   */
  public static boolean stop(Path data) {
    var state = RunningState.read(data);
    if (state.isEmpty() || !state.get().alive()) {
      RunningState.remove(data);
      return false;
    }
    ProcessHandle process = ProcessHandle.of(state.get().supervisorPid()).orElseThrow();
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while stopping", e);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      RunningState.remove(data);
    }
    return true;
  }
}
