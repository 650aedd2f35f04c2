package org.nachbarstrom.suite.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Waits until nothing goes on that would be measured with what is: checks of values just stored,
 * and events of what was measured before.
 */
final class Quiet {
  private static final String BUSY =
      "select exists (select from plausibility_job) or exists (select from outbox)";
  private static final long POLL_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Connection database;

  /** Looks into the database of the metering service. */
  Quiet(Connection database) {
    this.database = database;
  }

  void await() throws InterruptedException, SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (working()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The services did not come to rest; see their logs");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean working() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(BUSY)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
