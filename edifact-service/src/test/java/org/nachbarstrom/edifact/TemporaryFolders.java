package org.nachbarstrom.edifact;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gives the service under test folders to watch, and takes them away at the end. */
public final class TemporaryFolders implements QuarkusTestResourceLifecycleManager {
  static final String ROOT = "nachbarstrom.edifact.folder.root";

  private Path root = Path.of("");

  @Override
  public Map<String, String> start() {
    try {
      root = Files.createTempDirectory("edifact-folders");
      return Map.of(
          ROOT,
          root.toString(),
          "nachbarstrom.edifact.folder.quiet",
          "300MS",
          "nachbarstrom.edifact.folder.retry",
          "1S");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
