package org.nachbarstrom.suite.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** What the packed day blocks are measured against: a row per value, written by COPY. */
final class RowCopy implements AutoCloseable {
  static final String TABLE = "bench_value";

  private static final int SECONDS = 900;

  private final Connection database;

  RowCopy(Connection database) throws SQLException {
    this.database = database;
    execute(
        "create table "
            + TABLE
            + " (accounting_point text not null, direction \"char\" not null,"
            + " starts_at timestamptz not null, milli_watt_hours bigint not null,"
            + " quality \"char\" not null, primary key (accounting_point, direction, starts_at))");
  }

  /** The values of an event as lines of COPY's text format. */
  static byte[] lines(StoreEvent event) {
    String series =
        HouseholdMonth.point(event.point())
            + (HouseholdMonth.roof(event.point()) ? "\tG\t" : "\tC\t");
    Instant start = HouseholdMonth.startOf(event.from());
    StringBuilder lines = new StringBuilder();
    for (long energy : HouseholdMonth.energies(event.point(), event.from(), event.until())) {
      lines.append(series).append(start).append('\t').append(energy).append("\tM\n");
      start = start.plusSeconds(SECONDS);
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Writes all in one transaction and answers how many rows there are. */
  long copy(List<byte[]> lines) throws SQLException {
    CopyIn copy =
        database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + TABLE + " from stdin");
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    for (byte[] some : lines) {
      together.writeBytes(some);
      if (together.size() > 1 << 16) {
        copy.writeToCopy(together.toByteArray(), 0, together.size());
        together.reset();
      }
    }
    copy.writeToCopy(together.toByteArray(), 0, together.size());
    return copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    execute("drop table " + TABLE);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
