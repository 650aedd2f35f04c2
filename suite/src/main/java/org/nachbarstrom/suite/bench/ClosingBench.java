package org.nachbarstrom.suite.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.TokenClient;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.road.ClosePeriod;

/**
 * Measures closings of a month, one community after the other: from the request to the commit of
 * all events. Values are stored before, by events of the broker, and their checks have ended.
 */
public final class ClosingBench {
  private static final String SERVICE = "metering";
  private static final String COMMUNITY = "tempo";
  private static final int EVENTS_AT_ONCE = 500;
  private static final long POLL_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int WARM_UPS = 3;
  private static final ClosingPlan WARM_UP = new ClosingPlan(200, 10);

  private final Supervisor running;
  private final List<ClosingPlan> plans;
  private final Consumer<String> progress;

  /**
   * A measurement.
   *
   * @param running the metering service with nothing in it
   * @param plans communities in the order in which they are closed
   */
  public ClosingBench(Supervisor running, List<ClosingPlan> plans, Consumer<String> progress) {
    this.running = running;
    this.plans = List.copyOf(plans);
    this.progress = progress;
  }

  /** Closes all communities, after warm-ups. */
  public List<ClosingResult> run() throws InterruptedException, IOException, SQLException {
    DatabaseAccess access = running.database(SERVICE);
    List<ClosingResult> results = new ArrayList<>();
    try (Connection database =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password())) {
      for (int round = 1; round <= WARM_UPS; round++) {
        close(database, "warmup" + round, WARM_UP);
      }
      for (ClosingPlan plan : plans) {
        results.add(close(database, "community" + results.size(), plan));
      }
    }
    return results;
  }

  private ClosingResult close(Connection database, String tenant, ClosingPlan plan)
      throws InterruptedException, IOException, SQLException {
    progress.accept(plan.points() + " points, " + plan.producers() + " producers …");
    RestApi api =
        new RestApi(
            stage -> running.url(stage.key()).toString(),
            new TokenClient(running.state(), tenant, "viewer operator"));
    actAs(database, tenant);
    declarePoints(database, tenant, plan);
    store(tenant, plan);
    api.put(Stage.METERING, "/v1/communities/" + COMMUNITY, community(plan));
    new Quiet(database).await();
    Clocks clocks = Clocks.begin(running);
    new ClosePeriod(api, progress, PATIENCE, PATIENCE)
        .request(COMMUNITY, ClosingPlan.FROM, ClosingPlan.UNTIL);
    awaitVersion(database);
    return ClosingResult.of(plan, clocks.passed());
  }

  /** Row-level security shows what is the tenant's. */
  private static void actAs(Connection database, String tenant) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement("select set_config('nachbarstrom.tenant', ?, false)")) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  /** By rows: a request each would take longer than all the rest. */
  private static void declarePoints(Connection database, String tenant, ClosingPlan plan)
      throws SQLException {
    List<String> identifiers = plan.identifiers();
    try (PreparedStatement insert =
        database.prepareStatement(
            """
            insert into accounting_point
              (tenant, accounting_point, revision, direction, recorded_at)
            values (?, ?, 1, ?, clock_timestamp())\
            """)) {
      for (int point = 0; point < plan.points(); point++) {
        insert.setString(1, tenant);
        insert.setString(2, identifiers.get(point));
        insert.setString(3, plan.direction(point));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void store(String tenant, ClosingPlan plan) throws InterruptedException {
    ValueQueue queue = new ValueQueue(running.broker());
    List<StoreEvent> events = plan.events().toList();
    for (int from = 0; from < events.size(); from += EVENTS_AT_ONCE) {
      int to = Math.min(events.size(), from + EVENTS_AT_ONCE);
      queue.awaitAcknowledged(queue.send(events.subList(from, to), tenant));
    }
  }

  private static ObjectNode community(ClosingPlan plan) {
    ObjectNode community = JsonNodeFactory.instance.objectNode();
    community.put("name", "Tempo").put("zone", HouseholdMonth.ZONE.getId());
    community
        .withArray("keys")
        .addObject()
        .put("from", ClosingPlan.FROM.toString())
        .put("method", "PROPORTIONAL");
    List<String> identifiers = plan.identifiers();
    for (int point = 0; point < plan.points(); point++) {
      community
          .withArray("members")
          .addObject()
          .put("accountingPoint", identifiers.get(point))
          .put("direction", plan.direction(point))
          .put("from", ClosingPlan.FROM.toString());
    }
    return community;
  }

  /** Events are committed together with the version. Asking the service would cost it time. */
  private static void awaitVersion(Connection database) throws InterruptedException, SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!closed(database)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The service did not close; see its log");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static boolean closed(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select exists (select from closing_version)")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}
