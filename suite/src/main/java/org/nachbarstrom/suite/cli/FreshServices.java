package org.nachbarstrom.suite.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.launch.SupervisorOptions;

/** Services on fresh data for as long as a measurement takes. */
final class FreshServices {
  private FreshServices() {}

  /**
   * Starts them, measures and removes everything.
   *
   * @param name of the folder with their data
   */
  static <T> T measure(Context context, String name, Measuring<T> measuring)
      throws InterruptedException, IOException, SQLException {
    Path data = context.home().resolve(".nachbarstrom").resolve(name);
    Folders.delete(data);
    SupervisorOptions options =
        SupervisorOptions.of(context.home(), data).withProgress(context::progress);
    try (Supervisor running = Supervisor.start(options)) {
      return measuring.on(running);
    } finally {
      Folders.delete(data);
    }
  }

  /** A measurement. */
  interface Measuring<T> {
    T on(Supervisor running) throws InterruptedException, IOException, SQLException;
  }
}
