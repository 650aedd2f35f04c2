package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Memory does not grow with the interchange; each test reads in a process of its own. */
class BoundedMemoryTest {
  @Test
  void readsSixtyFourMegabytesInTwentyFour() throws IOException, InterruptedException {
    assertThat(read("-Xmx24m", 64)).isEqualTo(LargeInterchange.expected(64));
  }

  /**
   * Takes a while: {@code mvn -pl libs/edifact -Dtest=BoundedMemoryTest -Dedifact.large=true test}.
   */
  @Test
  @EnabledIfSystemProperty(named = "edifact.large", matches = "true")
  void readsAGigabyteIn256Megabytes() throws IOException, InterruptedException {
    assertThat(read("-Xmx256m", 1_000)).isEqualTo(LargeInterchange.expected(1_000));
  }

  private static String read(String heap, int megabytes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeInterchange.class.getName(),
                String.valueOf(megabytes))
            .redirectErrorStream(true)
            .start();
    try (var out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as(text).isZero();
      return text;
    }
  }
}
