package org.nachbarstrom.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds files of the checkout, from whichever module the tests run in. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /** The folder that holds the Maven wrapper. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Not inside a checkout");
    }
    return folder;
  }

  /** Reference material beside the checkout; absent on most machines. */
  public static Optional<Path> shared(String path) {
    Path file = root().resolveSibling("shared").resolve(path);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }
}
