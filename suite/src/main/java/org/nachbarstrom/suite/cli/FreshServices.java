package org.nachbarstrom.suite.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.launch.SupervisorOptions;

/** Services on fresh data for as long as a measurement takes. */
final class FreshServices {
  private FreshServices() {}

  /**
   * Starts all of them, measures and removes everything.
   *
   * @param name of the folder with their data
   */
  static <T> T measure(Context context, String name, Measuring<T> measuring)
      throws InterruptedException, IOException, SQLException {
    return measure(options(context, name), measuring);
  }

  /** The same with the metering service alone, compiled as in production. */
  static <T> T measureMetering(Context context, String name, Measuring<T> measuring)
      throws InterruptedException, IOException, SQLException {
    return measure(options(context, name).measuring(Stage.METERING), measuring);
  }

  private static SupervisorOptions options(Context context, String name) {
    Path data = context.home().resolve(".nachbarstrom").resolve(name);
    return SupervisorOptions.of(context.home(), data).withProgress(context::progress);
  }

  private static <T> T measure(SupervisorOptions options, Measuring<T> measuring)
      throws InterruptedException, IOException, SQLException {
    Folders.delete(options.data());
    try (Supervisor running = Supervisor.start(options)) {
      return measuring.on(running);
    } finally {
      Folders.delete(options.data());
    }
  }

  /** A measurement. */
  interface Measuring<T> {
    T on(Supervisor running) throws InterruptedException, IOException, SQLException;
  }
}
