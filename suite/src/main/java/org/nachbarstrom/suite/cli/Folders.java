package org.nachbarstrom.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.nachbarstrom.suite.launch.LaunchException;

/** Folders that a command uses from scratch. */
final class Folders {

  private Folders() {}

  /** Removes a folder with everything in it, if it is there. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = new ArrayList<>(files.toList());
      deepestFirst.sort(Comparator.reverseOrder());
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new LaunchException("The old data in " + folder + " cannot be removed", e);
    }
  }

  /** Creates a folder unless it is there. */
  static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new LaunchException(folder + " cannot be created", e);
    }
  }
}
