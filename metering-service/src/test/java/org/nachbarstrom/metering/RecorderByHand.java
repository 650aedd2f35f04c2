package org.nachbarstrom.metering;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;

/** Another instance of the service that has recorded values but has not committed yet. */
final class RecorderByHand {
  private RecorderByHand() {}

  /** Records 5 mWh for each quarter-hour of the UTC days 2026-05-09 and 2026-05-10. */
  static Connection begin(String tenant, String point) throws SQLException {
    Facts facts = EmbeddedServices.current();
    Connection connection =
        DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
    connection.setAutoCommit(false);
    run(connection, "select set_config('nachbarstrom.tenant', ?, true)", tenant);
    run(
        connection,
        "select pg_advisory_xact_lock_shared(hashtextextended('recording ' || ?, 0))",
        tenant);
    run(connection, "insert into series values (?, ?, 'CONSUMPTION')", tenant, point);
    for (String day : new String[] {"2026-05-09", "2026-05-10"}) {
      run(
          connection,
          """
          insert into series_day_block values (?, ?, 'CONSUMPTION', ?::date, 1,
            decode('00' || repeat('05', 96), 'hex'), 'M96', null, clock_timestamp(),
            now(), now(), 'by hand')\
          """,
          tenant,
          point,
          day);
    }
    return connection;
  }

  private static void run(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
