package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.embedded.EmbeddedBroker;
import org.nachbarstrom.suite.launch.Supervisor;

/** The metering service is killed after a commit, before the broker knows of it. */
class StoreFaultIT {
  private static final String ADDRESS = "edifact.time-series-received.v1";
  private static final String QUEUE = "metering.time-series-received";
  private static final String TENANT = "killed-while-storing";
  private static final List<String> POINTS = List.of(Lane.ADA, Lane.BEN, Lane.ROOF);
  private static final int DAYS = 250;
  private static final long MESSAGES = 750;
  private static final int MOST_ROUNDS = 5;

  private final Supervisor installation = Installation.shared();
  private final EmbeddedBroker broker = installation.broker();

  /** What there is of the tenant. */
  private record Kept(long rows, long latestVersion, long milliWattHours) {}

  @Test
  void storesOnceWhatWasCommittedButNotAcknowledged() throws SQLException {
    DatabaseAccess access = installation.database("metering");
    try (Connection database =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password())) {
      int rounds = 0;
      boolean hit = false;
      while (!hit && rounds < MOST_ROUNDS) {
        hit = killed(database, LocalDate.of(2024 + rounds++, 1, 1));
      }
      assertThat(hit).as("killed between commit and acknowledgement").isTrue();

      // Quarter-hours of day n have 1000 n: 96 × 1000 × (1 + … + 250) = 3 012 000 000 a point.
      assertThat(kept(database))
          .isEqualTo(new Kept(MESSAGES * rounds, 1, 3 * 3_012_000_000L * rounds));
      assertThat(broker.messageCount(QUEUE)).isZero();
    }
  }

  /** Kills and starts again; whether something committed was not acknowledged when it died. */
  private boolean killed(Connection database, LocalDate from) throws SQLException {
    long committedBefore = committed(database);
    long acknowledgedBefore = broker.acknowledgedCount(QUEUE);
    broker.pause(QUEUE);
    for (int day = 0; day < DAYS; day++) {
      for (String point : POINTS) {
        broker.publish(ADDRESS, attributes(point), body(point, from.plusDays(day), day + 1));
      }
    }
    broker.resume(QUEUE);
    long committed = 0;
    while (committed <= broker.acknowledgedCount(QUEUE) - acknowledgedBefore
        && committed < MESSAGES) {
      committed = committed(database) - committedBefore;
    }
    installation.kill("metering");
    long acknowledged = broker.acknowledgedCount(QUEUE) - acknowledgedBefore;
    boolean hit = committed(database) - committedBefore > acknowledged;
    installation.restart("metering");
    Awaitility.await()
        .atMost(Utility.PATIENCE)
        .until(() -> broker.acknowledgedCount(QUEUE) - acknowledgedBefore >= MESSAGES);
    return hit;
  }

  private static Map<String, String> attributes(String point) {
    return Map.of(
        "cloudEvents:specversion",
        "1.0",
        "cloudEvents:id",
        UUID.randomUUID().toString(),
        "cloudEvents:source",
        "/nachbarstrom/e2e",
        "cloudEvents:type",
        "org.nachbarstrom." + ADDRESS,
        "cloudEvents:subject",
        point,
        "cloudEvents:tenantid",
        TENANT);
  }

  private static byte[] body(String point, LocalDate day, int number) {
    Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return """
    {"interchange":{"sender":"9900000000011","reference":"K%s"},
     "message":{"reference":"%s","messageTime":"%s"},"receivedAt":"%s","accountingPoint":"%s",
     "series":[{"direction":"%s","blocks":[{"start":"%sT00:00:00Z","resolution":"PT15M",
       "quantitiesMilliWattHours":[%s],"qualities":[{"quality":"MEASURED","count":96}]}]}]}\
    """
        .formatted(
            day,
            point,
            end,
            end,
            point,
            point.equals(Lane.ROOF) ? "GENERATION" : "CONSUMPTION",
            day,
            Collections.nCopies(96, 1000L * number).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",")))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long committed(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from inbox")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Kept kept(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("select set_config('nachbarstrom.tenant', '" + TENANT + "', false)");
      try (ResultSet rows =
          statement.executeQuery(
              """
              select count(distinct (accounting_point, utc_day)), max(version), sum(energy)
              from series_day_block, unnest(quarter_hour_energies(energies, qualities)) energy\
              """)) {
        rows.next();
        return new Kept(rows.getLong(1), rows.getLong(2), rows.getLong(3));
      }
    }
  }
}
