package org.nachbarstrom.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nachbarstrom.embedded.ProjectHome;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.launch.SupervisorOptions;

/** The one installation that all scenarios of this JVM share; it ends with the JVM. */
final class Installation {
  private static final Supervisor SHARED = start();

  private Installation() {}

  static Supervisor shared() {
    return SHARED;
  }

  /** The root folder of the checkout. */
  static Path home() {
    return ProjectHome.find();
  }

  private static Supervisor start() {
    try {
      Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "e2e-");
      Supervisor supervisor =
          Supervisor.start(
              SupervisorOptions.of(home(), data)
                  .withEnvironment(
                      Map.of(
                          "QUARKUS_LOG_LEVEL",
                          "INFO",
                          // The operator's month is older than what is kept by default.
                          "NACHBARSTROM_METERING_RETENTION",
                          "P100Y",
                          "NACHBARSTROM_METERING_RETENTION_KILLED_WHILE_ERASING",
                          "P1Y"))
                  .withProgress(System.out::println));
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
      return supervisor;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
