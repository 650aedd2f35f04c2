package org.nachbarstrom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProcessGuardTest {

  @Test
  void childEndsWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.US_ASCII))) {
      ProcessHandle guarded = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      ProcessHandle forgotten = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(guarded.isAlive()).isTrue();
      parent.destroyForcibly();
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !guarded.isAlive());
      assertThat(forgotten.isAlive()).isTrue();
      forgotten.destroyForcibly();
    }
  }

  @Test
  void orderlyEndLeavesChildrenAlone() throws Exception {
    Process child = new ProcessBuilder("sleep", "60").start();
    try (ProcessGuard guard = ProcessGuard.start()) {
      guard.add(child.pid());
    }
    assertThat(child.isAlive()).isTrue();
    child.destroyForcibly();
  }

  /** Starts two children, guards one of them, and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      ProcessGuard guard = ProcessGuard.start();
      Process guarded = new ProcessBuilder("sleep", "60").start();
      Process forgotten = new ProcessBuilder("sleep", "60").start();
      guard.add(guarded.pid());
      guard.add(forgotten.pid());
      guard.remove(forgotten.pid());
      System.out.println(guarded.pid());
      System.out.println(forgotten.pid());
      guarded.waitFor();
      guard.close();
    }
  }
}
