package org.nachbarstrom.suite.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.suite.launch.Supervisor;

/**
 * Measures the store step: events with values wait at the broker and are then delivered until all
 * are committed; then PostgreSQL takes the same values by COPY as one row each. All in one run, on
 * one server.
 */
public final class StoreBench {

  private static final String SERVICE = "metering";
  private static final String BLOCKS = "series_day_block";
  private static final int WARM_UPS = 3;

  private final Supervisor running;
  private final StorePlan plan;
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param running services with nothing in them
   */
  public StoreBench(Supervisor running, StorePlan plan, Consumer<String> progress) {
    this.running = running;
    this.plan = plan;
    this.progress = progress;
  }

  /** Stores daily messages, monthly ones, and rows by COPY, after warm-ups. */
  public List<StoreResult> run() throws InterruptedException, IOException, SQLException {
    DatabaseAccess access = running.database(SERVICE);
    List<StoreResult> results = new ArrayList<>();
    try (Connection database =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password())) {
      for (int round = 1; round <= WARM_UPS; round++) {
        store(database, "warm-up by day " + round, 1);
        store(database, "warm-up by period " + round, plan.days());
      }
      results.add(store(database, "a message per day", 1));
      results.add(store(database, "a message per period", plan.days()));
      results.add(copy(database, "COPY, a row per value"));
    }
    return results;
  }

  private StoreResult store(Connection database, String way, int daysPerMessage)
      throws InterruptedException, IOException, SQLException {
    progress.accept(way + " …");
    List<StoreEvent> events = events(daysPerMessage);
    String tenant = way.replaceAll("[^a-z0-9]", "");
    long before = size(database, BLOCKS);
    ValueQueue queue = new ValueQueue(running.broker());
    queue.pause();
    long count = queue.send(events, tenant);
    Clocks clocks = Clocks.begin(running);
    queue.resume();
    queue.awaitAcknowledged(count);
    Clocks.Passed passed = clocks.passed();
    long values = events.stream().mapToLong(StoreEvent::values).sum();
    return StoreResult.of(way, values, passed).inBytes(size(database, BLOCKS) - before);
  }

  /** Day by day, as the market sends them. */
  private List<StoreEvent> events(int daysPerMessage) {
    List<StoreEvent> events = new ArrayList<>();
    for (LocalDate day = plan.from();
        day.isBefore(plan.until());
        day = day.plusDays(daysPerMessage)) {
      for (int point = 0; point < plan.points(); point++) {
        events.add(new StoreEvent(point, day, day.plusDays(daysPerMessage)));
      }
    }
    return events;
  }

  private StoreResult copy(Connection database, String way) throws IOException, SQLException {
    progress.accept(way + " …");
    try (RowCopy rows = new RowCopy(database)) {
      List<byte[]> lines = events(1).stream().map(RowCopy::lines).toList();
      Clocks clocks = Clocks.begin(running);
      long values = rows.copy(lines);
      return StoreResult.of(way, values, clocks.passed())
          .withoutService()
          .inBytes(size(database, RowCopy.TABLE));
    }
  }

  private static long size(Connection database, String table) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select pg_total_relation_size('" + table + "')")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
