package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.as;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.RecordSeries;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * How long closing a month of one community takes, from stored values to all events committed.
 * Measures nothing unless asked: {@code -Dclosing.speed=10,100,1000,10000}, with {@code
 * -Dclosing.producers=10} producers among the points.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ClosingSpeedIT {
  private static final String MONTH = "2026-05-31T22:00:00Z";
  private static final int QUARTER_HOURS = 30 * 96;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 50;
  private static final Origin ORIGIN =
      new Origin(
          Instant.parse("2026-07-01T05:00:00Z"), Instant.parse("2026-07-01T06:00:00Z"), "tempo");

  @Inject RecordSeries recordSeries;
  @Inject TenantTransactions transactions;

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void closesInTimeProportionalToThePoints() throws Throwable {
    String sizes = System.getProperty("closing.speed", "");
    assumeTrue(!sizes.isEmpty(), "measures only with -Dclosing.speed=10,100,1000");
    int producers = Integer.getInteger("closing.producers", 2);
    List<Took> took = new ArrayList<>();
    for (String size : sizes.split(",", -1)) {
      took.add(measure("tempo" + took.size(), Integer.parseInt(size), producers));
      System.out.println("\npoints   wall s  service CPU s  CPU ms per point");
      took.forEach(one -> System.out.println(one.text()));
    }
    assertThat(took).allMatch(one -> one.wallNanos() > 0);
  }

  /** Wall clock, and CPU of the service's process, which has the broker in it. */
  private record Took(int points, long wallNanos, long cpuNanos) {
    String text() {
      return "%6d %8.2f %14.2f %17.2f"
          .formatted(points, wallNanos / 1e9, cpuNanos / 1e9, cpuNanos / 1e6 / points);
    }
  }

  private Took measure(String tenant, int points, int producers) throws Throwable {
    List<Map<String, ?>> members = new ArrayList<>();
    List<AccountingPointId> ids = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      String direction = i < producers ? GENERATION : CONSUMPTION;
      ids.add(new AccountingPointId(Feed.point(i)));
      members.add(
          Map.of("accountingPoint", Feed.point(i), "direction", direction, "from", "2026-01-01"));
    }
    declarePoints(tenant, ids, producers);
    for (int from = 0; from < points; from += AT_ONCE) {
      record(tenant, ids.subList(from, Math.min(points, from + AT_ONCE)), producers - from);
    }
    declare(tenant, members);
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    close(tenant);
    return new Took(points, System.nanoTime() - wall, cpuNanos() - cpu);
  }

  private static void declarePoints(String tenant, List<AccountingPointId> ids, int producers)
      throws SQLException {
    Facts facts = EmbeddedServices.current();
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement tenancy = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into accounting_point
                  (tenant, accounting_point, revision, direction, recorded_at)
                values (?, ?, 1, ?, clock_timestamp())\
                """)) {
      tenancy.execute("select set_config('nachbarstrom.tenant', '" + tenant + "', false)");
      for (int i = 0; i < ids.size(); i++) {
        insert.setString(1, tenant);
        insert.setString(2, ids.get(i).value());
        insert.setString(3, i < producers ? GENERATION : CONSUMPTION);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void record(String tenant, List<AccountingPointId> ids, int producers) throws Throwable {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      DayBlockAssembly blocks = new DayBlockAssembly();
      blocks.add(
          Instant.parse(MONTH),
          List.of(values()),
          List.of(new QualityRun(ValueQuality.MEASURED, QUARTER_HOURS)));
      EnergyDirection direction =
          i < producers ? EnergyDirection.GENERATION : EnergyDirection.CONSUMPTION;
      deliveries.add(
          new Delivery(ids.get(i), ORIGIN, Map.of(direction, List.copyOf(blocks.blocks()))));
    }
    Tenant owner = new Tenant(tenant);
    VertxContextSupport.subscribeAndAwait(
        () -> transactions.inTransaction(owner, () -> recordSeries.record(owner, deliveries)));
  }

  private Long[] values() {
    Long[] values = new Long[QUARTER_HOURS];
    Arrays.setAll(values, i -> i / 24 % 4 < 2 ? random.nextLong(5, 400) * 1000 : 0L);
    return values;
  }

  private static void declare(String tenant, List<Map<String, ?>> members) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Tempo");
    body.put("zone", "Europe/Berlin");
    body.put("keys", List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")));
    body.put("members", members);
    as(tenant, "operator").body(body).put("/v1/communities/tempo").then().statusCode(200);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void close(String tenant) {
    String id =
        as(tenant, "operator")
            .body(Map.of("community", "tempo", "from", "2026-06-01", "to", "2026-07-01"))
            .post("/v1/closings")
            .path("id");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() ->
            as(tenant, "viewer")
                .get("/v1/closings?community=tempo")
                .<String>path("items[0].state")
                .equals("CLOSED"));
    assertThat(id).isNotEmpty();
  }
}
