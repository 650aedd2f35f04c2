package org.nachbarstrom.suite.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.road.CpuTime;

/**
 * Measures the store step: events with values wait at the broker and are then delivered until all
 * are committed; then PostgreSQL takes the same values by COPY as one row each. All in one run, on
 * one server.
 */
public final class StoreBench {

  private static final String SERVICE = "metering";
  private static final String QUEUE = "metering.time-series-received";
  private static final String BLOCKS = "series_day_block";
  private static final long POLL_MILLIS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

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

  /** Stores daily messages, monthly ones, and rows by COPY, after a warm-up. */
  public List<StoreResult> run() throws InterruptedException, IOException, SQLException {
    DatabaseAccess access = running.database(SERVICE);
    List<StoreResult> results = new ArrayList<>();
    try (Connection database =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password())) {
      store(database, "warm-up", 1);
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
    List<byte[]> bodies = events.stream().map(StoreEvent::body).toList();
    String tenant = way.replaceAll("[^a-z]", "");
    long before = size(database, BLOCKS);
    long acknowledged = running.broker().acknowledgedCount(QUEUE);
    running.broker().pause(QUEUE);
    for (int i = 0; i < bodies.size(); i++) {
      StoreEvent event = events.get(i);
      running.broker().publish(StoreEvent.ADDRESS, event.attributes(tenant), bodies.get(i));
    }
    Begun begun = begin();
    running.broker().resume(QUEUE);
    awaitAcknowledged(acknowledged + bodies.size());
    long values = events.stream().mapToLong(StoreEvent::values).sum();
    StoreResult result = begun.end(way, values);
    return result.inBytes(size(database, BLOCKS) - before);
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

  /** A message is acknowledged after the commit. */
  private void awaitAcknowledged(long count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (running.broker().acknowledgedCount(QUEUE) < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The service took no more messages; see its log");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private StoreResult copy(Connection database, String way) throws IOException, SQLException {
    progress.accept(way + " …");
    try (RowCopy rows = new RowCopy(database)) {
      List<byte[]> lines = events(1).stream().map(RowCopy::lines).toList();
      Begun begun = begin();
      long values = rows.copy(lines);
      return begun.end(way, values).withoutService().inBytes(size(database, RowCopy.TABLE));
    }
  }

  private static long size(Connection database, String table) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select pg_total_relation_size('" + table + "')")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Begun begin() throws IOException {
    return new Begun(System.nanoTime(), serviceMillis(), databaseMillis());
  }

  private long serviceMillis() throws IOException {
    RunningState.Service service = running.state().services().get(SERVICE);
    return service == null ? 0 : CpuTime.millis(service.pid());
  }

  private long databaseMillis() throws IOException {
    return CpuTime.millisWithChildren(running.state().databasePid());
  }

  /** Clocks at the beginning. */
  private final class Begun {
    private final long nanos;
    private final long serviceMillis;
    private final long databaseMillis;

    private Begun(long nanos, long serviceMillis, long databaseMillis) {
      this.nanos = nanos;
      this.serviceMillis = serviceMillis;
      this.databaseMillis = databaseMillis;
    }

    private StoreResult end(String way, long values) throws IOException {
      long wallMillis = (System.nanoTime() - nanos) / 1_000_000;
      return new StoreResult(
          way,
          values,
          wallMillis,
          serviceMillis() - serviceMillis,
          databaseMillis() - databaseMillis,
          0);
    }
  }
}
