package org.nachbarstrom.metering;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.as;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.metering.erasure.BeginErasure;
import org.nachbarstrom.metering.erasure.ErasureRun;
import org.nachbarstrom.support.tenancy.Tenant;

/** A tenant for whom years pass, while others in the same database stay in their own time. */
record Passing(BeginErasure beginErasure, String tenant) {
  RequestSpecification viewer() {
    return as(tenant, "viewer");
  }

  RequestSpecification operator() {
    return as(tenant, "operator");
  }

  void declare(String point) {
    operator()
        .body(Map.of("direction", Api.CONSUMPTION))
        .put("/v1/accounting-points/" + point)
        .then()
        .statusCode(200);
  }

  ValidatableResponse hold(String point, boolean held) {
    return operator()
        .body(Map.of("held", held, "reason", "Streit um März"))
        .put("/v1/accounting-points/" + point + "/retention-hold")
        .then();
  }

  ValidatableResponse runs() {
    return viewer().get("/v1/retention-runs").then().statusCode(200);
  }

  /** Begins a run as of the instant, after one that is going on. */
  void begin(String now) {
    await().atMost(PATIENCE).until(() -> begun(now).requestedBy().equals("test"));
  }

  private ErasureRun begun(String now) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> beginErasure.begin(new Tenant(tenant), Instant.parse(now), "test"));
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Begins a run as of the instant, or goes on with it, and answers all when it has ended. */
  ValidatableResponse erase(String now) {
    begin(now);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            runs()
                .body("items[0].requestedBy", equalTo("test"))
                .body("items[0].finishedAt", notNullValue()));
    return runs();
  }

  ValidatableResponse readings(String object, String from) {
    return viewer()
        .get("/v1/readings?object=%s&from=%s&to=2026-04-30T00:00:00Z".formatted(object, from))
        .then();
  }

  void awaitReadings(String object, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> readings(object, "2026-03-01T00:00:00Z").body("readings", hasSize(count)));
  }

  void forbidDeletionOfDocuments() throws SQLException {
    execute(
        """
        create function forbid() returns trigger language plpgsql as $$
        begin
          if old.tenant = '%s' then raise exception 'the process was killed'; end if;
          return old;
        end $$;
        create trigger forbid before delete on value_document
          for each row execute function forbid()
        """
            .formatted(tenant));
  }

  void allowDeletionOfDocuments() throws SQLException {
    execute("drop trigger forbid on value_document; drop function forbid");
  }

  /** Runs a statement as the tenant. */
  void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
      connection.commit();
    }
  }

  /** Rows of the tenant. */
  int count(String table) throws SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Closings of the tenant that are to be computed. */
  int jobs() throws SQLException {
    return count("closing_job where tenant = '" + tenant + "'");
  }

  /** Has everybody who reads series wait until it is closed. */
  Stopped stopReading() throws SQLException {
    Connection connection = connect();
    try (Statement sql = connection.createStatement()) {
      sql.execute("lock table series_day_block in access exclusive mode");
    }
    return new Stopped(tenant, connection);
  }

  /** A transaction that keeps others from reading series. */
  record Stopped(String tenant, Connection connection) implements AutoCloseable {
    boolean somebodyWaits() throws SQLException {
      try (Statement sql = connection.createStatement();
          ResultSet rows =
              sql.executeQuery(
                  """
                  select exists (select from pg_locks
                    where relation = 'series_day_block'::regclass and not granted)\
                  """)) {
        rows.next();
        return rows.getBoolean(1);
      }
    }

    /** Moves the horizon and erases all series of the tenant. */
    void eraseAll(String keptFrom) throws SQLException {
      try (Statement sql = connection.createStatement()) {
        sql.execute(
            """
            insert into retention_horizon (tenant, kept_from) values ('%s', '%s')
            on conflict (tenant) do update set kept_from = excluded.kept_from\
            """
                .formatted(tenant, keptFrom));
        sql.execute("delete from series_day_block where tenant = '%s'".formatted(tenant));
      }
    }

    @Override
    public void close() throws SQLException {
      connection.commit();
      connection.close();
    }
  }

  private Connection connect() throws SQLException {
    Facts facts = EmbeddedServices.current();
    Connection connection =
        DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
    connection.setAutoCommit(false);
    try (Statement sql = connection.createStatement()) {
      sql.execute("select set_config('nachbarstrom.tenant', '" + tenant + "', true)");
    }
    return connection;
  }
}
