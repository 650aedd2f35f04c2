package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ClosingJobsIT {
  private static final Tenant TENANT = new Tenant("warteschlange");
  private static final String CLAIMED = "2026-03-28T10:00:00.000001Z";
  private static final Instant EARLIER = Instant.parse("2026-03-28T09:59:00Z");

  private final UUID closing = UUID.randomUUID();

  @Inject ClosingJobs jobs;
  @Inject TenantTransactions transactions;

  /** A worker that was too slow neither computes from its old snapshot nor frees the jobs. */
  @Test
  void leavesJobsToTheOneWhoClaimedThemLast() throws Throwable {
    ClosingJobs.Batch newest = claimed();
    ClosingJobs.Batch earlier = new ClosingJobs.Batch(TENANT, closing, newest.jobs(), "", EARLIER);
    await(() -> jobs.postpone(earlier, "too slow"));
    assertThat(queued().attempts()).isZero();
    assertThat(await(() -> jobs.hold(earlier))).isFalse();
    assertThat(await(() -> jobs.hold(newest))).isTrue();

    await(() -> jobs.postpone(newest, "went wrong"));
    assertThat(queued().attempts()).isPositive();
    assertThat(await(() -> jobs.hold(newest))).as("causes are counted in the job again").isFalse();
    await(() -> jobs.done(newest));
  }

  /** A job that was claimed once and failed, and does not become due while the test runs. */
  private ClosingJobs.Batch claimed() throws SQLException {
    Facts facts = EmbeddedServices.current();
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                insert into closing_job
                  (tenant, closing, traceparent, causes, cause, retry_at, claimed_at)
                values ('%s', '%s', '', 1, 'VALUES', now() + interval '1 hour', '%s')
                returning seq\
                """
                    .formatted(TENANT.id(), closing, CLAIMED))) {
      rows.next();
      return new ClosingJobs.Batch(
          TENANT, closing, List.of(rows.getLong(1)), "", Instant.parse(CLAIMED));
    }
  }

  private ClosingJobs.Queued queued() throws Throwable {
    return Objects.requireNonNull(await(() -> jobs.queued(TENANT, List.of(closing))).get(closing));
  }

  private <T> T await(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> transactions.inSystemTransaction(work));
  }
}
