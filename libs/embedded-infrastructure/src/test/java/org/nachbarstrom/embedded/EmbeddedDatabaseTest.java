package org.nachbarstrom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void ownerIsBoundByRowLevelSecurityOfItsOwnTables() throws SQLException {
    try (EmbeddedDatabase server = EmbeddedDatabase.startTemporary()) {
      DatabaseAccess access = server.createDatabase("metering", "metering");
      try (Connection connection = connect(access);
          Statement statement = connection.createStatement()) {
        statement.execute("create extension btree_gist");
        statement.execute("create table t (tenant text)");
        statement.execute("alter table t enable row level security");
        statement.execute("alter table t force row level security");
        statement.execute(
            "create policy p on t using (tenant = current_setting('nachbarstrom.tenant', true))");
        statement.execute("select set_config('nachbarstrom.tenant', 'a', false)");
        statement.execute("insert into t values ('a')");
        assertThat(number(statement, "select count(*) from t")).isEqualTo(1);
        statement.execute("select set_config('nachbarstrom.tenant', 'b', false)");
        assertThat(number(statement, "select count(*) from t")).isZero();
        assertThatThrownBy(() -> statement.execute("insert into t values ('a')"))
            .hasMessageContaining("row-level security");
      }
    }
  }

  @Test
  void keepsDataAcrossAKilledServerAndAStaleLockFile() throws Exception {
    Path data = folder.resolve("postgres");
    EmbeddedDatabase first = EmbeddedDatabase.start(data, FreePorts.one());
    try (Connection connection = connect(first.createDatabase("pricing", "pricing"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");
      assertThat(number(statement, "select (current_setting('fsync') = 'on')::int")).isOne();
      assertThat(number(statement, "select (current_setting('synchronous_commit') = 'on')::int"))
          .isOne();
    }
    Path lock = data.resolve("postmaster.pid");
    String content = Files.readString(lock);
    kill(first.pid());
    first.close();
    // As if the dead server's process id had been given to another program.
    Files.writeString(
        lock, content.replaceFirst("^\\d+", Long.toString(ProcessHandle.current().pid())));

    try (EmbeddedDatabase second = EmbeddedDatabase.start(data, FreePorts.one());
        Connection connection = connect(second.createDatabase("pricing", "pricing"));
        Statement statement = connection.createStatement()) {
      assertThat(number(statement, "select answer from kept")).isEqualTo(42);
    }
  }

  @Test
  void takesOverFromAServerThatAKilledLauncherLeftRunning() throws Exception {
    Path data = folder.resolve("postgres");
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long orphan;
    try (BufferedReader output = launcher.inputReader(StandardCharsets.US_ASCII)) {
      orphan = Long.parseLong(output.readLine());
    }
    kill(launcher.pid());
    assertThat(ProcessHandle.of(orphan)).isPresent();

    try (EmbeddedDatabase second = EmbeddedDatabase.start(data, FreePorts.one())) {
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(second.pid()).isNotEqualTo(orphan);
    }
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Starts a server on the folder of its argument and waits to be killed. */
  static final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase server = EmbeddedDatabase.start(Path.of(arguments[0]), FreePorts.one());
      System.out.println(server.pid());
      new CountDownLatch(1).await();
    }
  }
}
