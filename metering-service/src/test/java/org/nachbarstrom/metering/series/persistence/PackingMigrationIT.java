package org.nachbarstrom.metering.series.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.embedded.EmbeddedDatabase;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.quantities.ValueQuality;

/** What was stored before days were packed is the same afterwards. */
class PackingMigrationIT {
  private static final String BEFORE = "202611271200";
  private static final String AFTER = "202611271600";

  /**
   * Message 1 brought three values. Message 2 replaced the third by a substitute. Message 3 sent
   * the second again, so that it made no version but counts as its origin. At another point
   * readings told a value that a message then sent again: had the message no energy of its own, the
   * point would have none, since values that were delivered do not count by what readings told.
   */
  private static final String STORED =
      """
      insert into series values ('werk', '50000000013', 'CONSUMPTION', now(), now());
      insert into series_day_block values
        ('werk', '50000000013', 'CONSUMPTION', '2026-03-28', 1,
         '{1000,2000,3000}' || array_fill(0::bigint, array[93]), 'MMM' || repeat('.', 93),
         '2026-04-01Z', '2026-03-31T01:00Z', '2026-03-31T10:00Z', 'm1', null, null),
        ('werk', '50000000013', 'CONSUMPTION', '2026-03-28', 2,
         '{1000,2000,30}' || array_fill(0::bigint, array[93]), 'MMS' || repeat('.', 93),
         '2026-04-02Z', '2026-03-31T02:00Z', '2026-03-31T10:00Z', 'm2',
         '{-1,-1,0}' || array_fill(-1::smallint, array[93]), '{Z32:Z92}');
      insert into series_day_state values
        ('werk', '50000000013', 'CONSUMPTION', '2026-03-28', 2,
         '{0,2,1}' || array_fill(-1::smallint, array[93]),
         '{2026-03-31T01:00Z,2026-03-31T02:00Z,2026-03-31T03:00Z}',
         '{2026-03-31T10:00Z,2026-03-31T10:00Z,2026-03-31T10:00Z}', '{m1,m2,m3}');
      insert into series values ('werk', '51238696781', 'CONSUMPTION', now(), now());
      insert into series_day_block values
        ('werk', '51238696781', 'CONSUMPTION', '2026-03-28', 1,
         '{1500}' || array_fill(0::bigint, array[95]), 'M' || repeat('.', 95),
         '2026-04-01Z', '2026-03-31T01:00Z', '2026-03-31T10:00Z', 'readings',
         '{0}' || array_fill(-1::smallint, array[95]), '{Z33:Z83}');
      insert into series_day_state values
        ('werk', '51238696781', 'CONSUMPTION', '2026-03-28', 1,
         '{0}' || array_fill(-1::smallint, array[95]),
         '{2026-03-31T02:00Z}', '{2026-03-31T10:00Z}', '{m4}');
      """;

  private static @Nullable EmbeddedDatabase server;
  private static @Nullable Connection connection;

  @BeforeAll
  static void migrate() throws SQLException {
    EmbeddedDatabase started = EmbeddedDatabase.startTemporary();
    server = started;
    DatabaseAccess access = started.createDatabase("metering", "metering");
    flyway(access, BEFORE).migrate();
    Connection opened =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
    connection = opened;
    try (Statement statement = opened.createStatement()) {
      statement.execute("set nachbarstrom.tenant = 'werk'");
      statement.execute(STORED);
    }
    flyway(access, AFTER).migrate();
  }

  private static Flyway flyway(DatabaseAccess access, String target) {
    return Flyway.configure()
        .dataSource(access.jdbcUrl(), access.username(), access.password())
        .locations("db/support", "db/migration")
        .outOfOrder(true)
        .target(target)
        .load();
  }

  @AfterAll
  static void stop() throws SQLException {
    if (connection != null) {
      connection.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static List<String> rows(String query, @Nullable Object... parameters)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = Objects.requireNonNull(connection).prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(String.valueOf(result.getString(1)));
        }
      }
    }
    return rows;
  }

  @Test
  void leavesToEachVersionWhatItBrought() throws SQLException {
    assertThat(
            rows(
                """
                select concat_ws(' ', version, reference, qualities, encode(energies, 'hex'),
                  statuses, extract(day from recorded_at at time zone 'UTC'))
                from series_day_block order by accounting_point, version\
                """))
        .containsExactly(
            // 1, 2 and 3 times 10³.
            "1 m1 M3.93 03010203 1",
            // 3 times 10.
            "2 m2 .2S1.93 0103 2;1 Z32:Z92;93 2",
            // 2 times 10³.
            "3 m3 .1M1.94 0302 2",
            // 15 times 10²; 15 is 0f.
            "1 readings M1.95 020f 1 Z33:Z83;95 1",
            "2 m4 M1.95 020f 1 Z33:Z83;95 1");
  }

  @Test
  void unpacksForPeople() throws SQLException {
    assertThat(
            rows(
                """
                select array_to_string((quarter_hour_energies(energies, qualities))[1:4], ' ', '-')
                from series_day_block order by accounting_point, version\
                """))
        .containsExactly("1000 2000 3000 -", "- - 30 -", "- 2000 - -", "1500 - - -", "1500 - - -");
  }

  @Test
  void unpacksWhatTheServicePacked() throws SQLException {
    SplittableRandom random = new SplittableRandom(4);
    for (int run = 0; run < 20; run++) {
      long factor = run % 3 == 0 ? 1000 : 1;
      long[] energies = new long[96];
      @Nullable ValueQuality[] qualities = new ValueQuality[96];
      List<String> expected = new ArrayList<>(Collections.nCopies(96, "-"));
      List<Long> held = new ArrayList<>();
      for (int slot = 0; slot < 96; slot++) {
        if (random.nextInt(4) > 0) {
          qualities[slot] = ValueQuality.MEASURED;
          energies[slot] = random.nextLong(1L << random.nextInt(1, 40)) * factor;
          expected.set(slot, Long.toString(energies[slot]));
          held.add(energies[slot]);
        }
      }
      DayBlock day = DayBlock.of(LocalDate.EPOCH, energies, qualities);
      byte[] packed = PackedEnergies.pack(held.stream().mapToLong(Long::longValue).toArray());
      assertThat(
              rows(
                  "select array_to_string(quarter_hour_energies(?, ?), ' ', '-')",
                  packed,
                  QualityRuns.write(day)))
          .containsExactly(String.join(" ", expected));
    }
  }
}
