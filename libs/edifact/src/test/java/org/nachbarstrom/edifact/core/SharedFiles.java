package org.nachbarstrom.edifact.core;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Reference files that lie beside the project and are not part of it. */
public final class SharedFiles {
  private SharedFiles() {}

  /** The file {@code ../shared/<relative>}; skips the test where it is absent. */
  public static Path find(String relative) {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    Path file =
        directory == null ? Path.of("absent") : directory.resolve("../shared").resolve(relative);
    Assumptions.assumeTrue(Files.exists(file), "reference file is absent: " + relative);
    return file.normalize();
  }
}
