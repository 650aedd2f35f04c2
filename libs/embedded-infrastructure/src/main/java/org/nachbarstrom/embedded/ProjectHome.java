package org.nachbarstrom.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's root folder is: the folder that holds the launcher's tools. */
public final class ProjectHome {

  private ProjectHome() {}

  /**
   * The system property {@code nachbarstrom.home}, else the environment variable {@code
   * NACHBARSTROM_HOME}, else the nearest folder upwards from the working directory that holds
   * {@code mvnw}.
   *
   * @throws IllegalStateException if none of them leads to a folder
   */
  public static Path find() {
    String set = System.getProperty("nachbarstrom.home", System.getenv("NACHBARSTROM_HOME"));
    if (set != null && !set.isBlank()) {
      return Path.of(set).toAbsolutePath();
    }
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.exists(dir.resolve("mvnw"))) {
        return dir;
      }
    }
    throw new IllegalStateException(
        "The project folder was not found from "
            + Path.of("").toAbsolutePath()
            + "; set NACHBARSTROM_HOME to it.");
  }
}
