package org.nachbarstrom.embedded;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Ends child processes when this JVM dies, however it dies.
 *
 * <p>A JVM that is killed with SIGKILL runs no shutdown hook, but the operating system closes its
 * pipes. A small shell process reads the child process ids from such a pipe; at its end it sends
 * each of them an interrupt and, after five seconds, a kill. An orderly {@link #close()} ends the
 * shell first, so that it never signals an id that has meanwhile been given to another process.
 */
public final class ProcessGuard implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=
      while read -r op pid; do
        case $op in
          add) pids="$pids $pid" ;;
          remove)
            rest=
            for p in $pids; do [ "$p" = "$pid" ] || rest="$rest $p"; done
            pids=$rest ;;
          done) exit 0 ;;
        esac
      done
      for p in $pids; do kill -INT "$p" 2>/dev/null; done
      n=0
      while [ $n -lt 5 ]; do
        alive=
        for p in $pids; do kill -0 "$p" 2>/dev/null && alive=yes; done
        [ -n "$alive" ] || exit 0
        sleep 1
        n=$((n + 1))
      done
      for p in $pids; do kill -KILL "$p" 2>/dev/null; done
      """;

  private final Process shell;
  private final Writer pipe;

  private ProcessGuard(Process shell) {
    this.shell = shell;
    this.pipe = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.US_ASCII);
  }

  /**
   * Starts the guard with nothing to guard yet.
   *
   * @throws UncheckedIOException if the machine has no {@code sh}
   */
  public static ProcessGuard start() {
    try {
      return new ProcessGuard(
          new ProcessBuilder("sh", "-c", SCRIPT)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("The guard of the child processes needs sh", e);
    }
  }

  /** Guards one more process. */
  public void add(long pid) {
    tell("add " + pid);
  }

  /** Forgets a process that has ended. */
  public void remove(long pid) {
    tell("remove " + pid);
  }

  /** Ends the guard; the processes it knew are left alone. Repeating it does nothing. */
  @Override
  public void close() {
    if (!shell.isAlive()) {
      return;
    }
    tell("done 0");
    try {
      if (!shell.waitFor(5, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      shell.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tell(String line) {
    try {
      pipe.write(line + "\n");
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The guard of the child processes is gone", e);
    }
  }
}
