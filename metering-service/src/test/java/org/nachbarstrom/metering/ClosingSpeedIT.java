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
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

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

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void closesInTimeProportionalToThePoints() {
    String sizes = System.getProperty("closing.speed", "");
    assumeTrue(!sizes.isEmpty(), "measures only with -Dclosing.speed=10,100,1000");
    int producers = Integer.getInteger("closing.producers", 2);
    List<Took> took = new ArrayList<>();
    for (String size : sizes.split(",", -1)) {
      took.add(measure("tempo" + took.size(), Integer.parseInt(size), producers));
    }
    System.out.println("\npoints   wall s  service CPU s  CPU ms per point");
    took.forEach(one -> System.out.println(one.text()));
    assertThat(took).allMatch(one -> one.wallNanos() > 0);
  }

  /** Wall clock, and CPU of the service's process, which has the broker in it. */
  private record Took(int points, long wallNanos, long cpuNanos) {
    String text() {
      return "%6d %8.2f %14.2f %17.2f"
          .formatted(points, wallNanos / 1e9, cpuNanos / 1e9, cpuNanos / 1e6 / points);
    }
  }

  private Took measure(String tenant, int points, int producers) {
    List<Map<String, ?>> members = new ArrayList<>();
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort())) {
      for (int i = 0; i < points; i++) {
        String point = Feed.point(i);
        String direction = i < producers ? GENERATION : CONSUMPTION;
        members.add(Map.of("accountingPoint", point, "direction", direction, "from", "2026-01-01"));
        as(tenant, "operator")
            .body(Map.of("direction", direction))
            .put("/v1/accounting-points/" + point);
        broker.send(
            Feed.ADDRESS,
            tenant,
            UUID.randomUUID(),
            Feed.values(point, direction, 0, MONTH, values()));
      }
    }
    declare(tenant, members);
    awaitValues(tenant);
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    close(tenant);
    return new Took(points, System.nanoTime() - wall, cpuNanos() - cpu);
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

  private static void awaitValues(String tenant) {
    String path = "/v1/completeness?community=tempo&from=2026-06-01&to=2026-07-01";
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> as(tenant, "viewer").get(path).path("complete"));
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
        .pollInterval(Duration.ofMillis(20))
        .until(() ->
            as(tenant, "viewer")
                .get("/v1/closings?community=tempo")
                .<String>path("items[0].state")
                .equals("CLOSED"));
    assertThat(id).isNotEmpty();
  }
}
