package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.as;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/**
 * What checks without request cost: a month of {@code -Dplausibility.speed=100} points is received
 * by a tenant without and by one with automatic checks, then one more day.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class PlausibilitySpeedIT {
  /** July 2026 in Berlin, and the day after it. */
  private static final String JULY = "2026-06-30T22:00:00Z";

  private static final String AUGUST = "2026-07-31T22:00:00Z";
  private static final int QUARTER_HOURS = 31 * 96;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void costsLittleBesideTheStoring() {
    int points = Integer.getInteger("plausibility.speed", 0);
    assumeTrue(points > 0, "measures only with -Dplausibility.speed=100");
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort())) {
      // Once for the compiler.
      receive(broker, "warmwerk", points, JULY);
      System.out.println("\n                          wall s   CPU s");
      for (String tenant : new String[] {"handwerk", "rechenwerk"}) {
        System.out.println(receive(broker, tenant, points, JULY).text(tenant));
        System.out.println(receive(broker, tenant, points, AUGUST).text("a day more"));
      }
    }
    assertThat(Rows.count("plausibility_job", "rechenwerk")).isZero();
  }

  private record Took(long wallNanos, long cpuNanos) {
    String text(String what) {
      return "%-24s %8.2f %7.2f".formatted(what, wallNanos / 1e9, cpuNanos / 1e9);
    }
  }

  /** Up to the last value that is stored and checked. */
  private Took receive(BrokerProbe broker, String tenant, int points, String start) {
    int quarterHours = start.equals(JULY) ? QUARTER_HOURS : 96;
    long wall = System.nanoTime();
    long cpu = cpuNanos();
    for (int i = 0; i < points; i++) {
      broker.send(
          Feed.ADDRESS,
          tenant,
          UUID.randomUUID(),
          Feed.values(Feed.point(5_000 + i), CONSUMPTION, 0, start, values(quarterHours)));
    }
    for (int i = 0; i < points; i++) {
      awaitFirst(tenant, Feed.point(5_000 + i), start);
    }
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Rows.count("plausibility_job", tenant) == 0);
    return new Took(System.nanoTime() - wall, cpuNanos() - cpu);
  }

  private static void awaitFirst(String tenant, String point, String start) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() ->
            as(tenant, "viewer")
                .queryParams("from", start, "to", start.replace(":00:00Z", ":15:00Z"))
                .get("/v1/accounting-points/" + point + "/series")
                .asString()
                .contains("MEASURED"));
  }

  private Long[] values(int quarterHours) {
    Long[] values = new Long[quarterHours];
    Arrays.setAll(values, i -> random.nextLong(5, 400) * 1000);
    return values;
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
