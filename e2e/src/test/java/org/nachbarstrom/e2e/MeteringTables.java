package org.nachbarstrom.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.nachbarstrom.embedded.DatabaseAccess;

/** What metering has committed of a tenant, whether or not the service runs. */
final class MeteringTables implements AutoCloseable {
  private final Connection connection;

  MeteringTables(DatabaseAccess access, String tenant) throws SQLException {
    connection =
        DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
    execute("select set_config('nachbarstrom.tenant', '" + tenant + "', false)");
  }

  /**
   * Quarter-hour values.
   *
   * @param blocks rows, each a version of a day
   * @param latestVersion highest number of a version
   * @param milliWattHours sum of all values
   */
  record Values(long blocks, long latestVersion, long milliWattHours) {}

  Values values() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select count(distinct b.ctid), coalesce(max(version), 0), coalesce(sum(energy), 0)
                from series_day_block b, unnest(quarter_hour_energies(energies, qualities)) energy\
                """)) {
      rows.next();
      return new Values(rows.getLong(1), rows.getLong(2), rows.getLong(3));
    }
  }

  /** A number that a query answers. */
  long number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
