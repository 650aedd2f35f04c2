package org.nachbarstrom.metering;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;

/** Counts rows past the service. */
final class Rows {
  private Rows() {}

  /** Rows of the tenant in a table without row-level security. */
  static int count(String table, String tenant) {
    Facts facts = EmbeddedServices.current();
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        PreparedStatement statement =
            connection.prepareStatement("select count(*) from " + table + " where tenant = ?")) {
      statement.setString(1, tenant);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
