package org.nachbarstrom.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server as a child process, on 127.0.0.1.
 *
 * <p>Started on a folder it keeps its data there and writes it durably; started without one, the
 * data is gone at the end and nothing is synced to disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final EmbeddedPostgres server;
  private final long pid;

  private EmbeddedDatabase(EmbeddedPostgres server, long pid) {
    this.server = server;
    this.pid = pid;
  }

  /** Starts a server whose data is thrown away at the end, on a free port. */
  public static EmbeddedDatabase startTemporary() {
    try {
      Path data = Files.createTempDirectory("nachbarstrom-postgres").resolve("data");
      return start(builder(FreePorts.one()).setDataDirectory(data), data);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /**
   * Starts a server on a folder, creating its content the first time. A server that a killed
   * launcher left behind on the folder is stopped first. The caller sees to it that no two
   * launchers use one folder at the same time.
   *
   * @param data folder of the server's files
   * @param port TCP port to listen on
   * @throws UncheckedIOException if the server does not start
   */
  public static EmbeddedDatabase start(Path data, int port) {
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      stopLeftover(data);
      return start(
          builder(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("synchronous_commit", "on"),
          data);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start on " + data, e);
    }
  }

  private static EmbeddedPostgres.Builder builder(int port) {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setRegisterShutdownHook(false)
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("max_wal_size", "256MB")
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
  }

  private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder, Path data)
      throws IOException {
    EmbeddedPostgres server = builder.start();
    long pid =
        postmaster(data).orElseThrow(() -> new IOException("postmaster.pid missing in " + data));
    return new EmbeddedDatabase(server, pid);
  }

  /**
   * Creates a database and its owner unless they exist, and gives the owner a new random password.
   * Callable any number of times, also on kept data.
   *
   * @param name of the database, lower-case letters, digits and underscores
   * @param owner role that owns the database, neither superuser nor exempt from row-level security
   */
  public DatabaseAccess createDatabase(String name, String owner) {
    requireName(name);
    requireName(owner);
    String password = randomPassword();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner)) {
        statement.execute("create role " + owner);
      }
      statement.execute(
          "alter role " + owner + " login nosuperuser nobypassrls password '" + password + "'");
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + owner);
      }
      statement.execute("revoke connect on database " + name + " from public");
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + name + " could not be created", e);
    }
    String place = "postgresql://127.0.0.1:" + port() + "/" + name;
    return new DatabaseAccess("jdbc:" + place, "vertx-reactive:" + place, owner, password);
  }

  /** The port the server listens on. */
  public int port() {
    return server.getPort();
  }

  /** Process id of the server's main process. */
  public long pid() {
    return pid;
  }

  /** Stops the server; open sessions are ended. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }

  private static void stopLeftover(Path data) throws IOException {
    Optional<Long> pid = postmaster(data);
    if (pid.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> leftover =
        ProcessHandle.of(pid.get())
            .filter(p -> p.info().command().orElse("").endsWith("postgres"))
            .filter(ProcessHandle::isAlive);
    if (leftover.isPresent()) {
      stop(leftover.get());
    }
    // The id may by now belong to another program, which PostgreSQL would take for a running
    // server.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private static void stop(ProcessHandle leftover) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(leftover.pid())).start();
    try {
      leftover.onExit().get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      leftover.destroyForcibly();
      leftover.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while stopping process " + leftover.pid(), e);
    }
  }

  private static Optional<Long> postmaster(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream().findFirst().map(line -> Long.valueOf(line.strip()));
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        return result.next();
      }
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a database or role name: " + name);
    }
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
