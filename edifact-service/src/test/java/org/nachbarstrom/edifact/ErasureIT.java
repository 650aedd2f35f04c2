package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.nachbarstrom.edifact.Client.as;
import static org.nachbarstrom.edifact.Client.get;
import static org.nachbarstrom.edifact.Client.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.erasure.EraseInterchanges;
import org.nachbarstrom.edifact.erasure.EraseInterchanges.Step;
import org.nachbarstrom.edifact.erasure.Erasures;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Seen from 2029-11-27 the local day 2026-11-27 is kept, which begins at 2026-11-26T23:00Z. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class ErasureIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");
  private static final Instant THREE_YEARS_LATER = Instant.parse("2029-11-27T10:00:00Z");
  private static final Instant KEPT_FROM = Instant.parse("2026-11-26T23:00:00Z");
  private static final Instant TOO_OLD = KEPT_FROM.minusMillis(1);

  @Inject EraseInterchanges erase;
  @Inject Erasures erasures;
  @Inject TenantTransactions transactions;
  @Inject Sql sql;

  private final String tenant = "alt-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void erasesWhatWasReceivedBeforeTheHorizonAndNothingElse() {
    String bad = Interchanges.message("M2", START, "220:-1").replace("DOC1", "DOC2");
    String old = received("OLD1", TOO_OLD, message("M1"), bad);
    String kept = received("KEPT1", KEPT_FROM, message("M1"), bad);
    get(tenant, "/v1/interchanges/" + old)
        .body("erasedAt", nullValue())
        .body("messages[1].findings", hasSize(1));
    raw(old).statusCode(200).body(containsString("QTY+220"));
    assertThat(eraseAt(THREE_YEARS_LATER)).isEqualTo(1);
    raw(old)
        .statusCode(410)
        .contentType("application/problem+json")
        .body("code", equalTo("EDIFACT-0007"))
        .body("detail", containsString("2029-11-27T10:00:00Z"));
    get(tenant, "/v1/interchanges/" + old)
        .statusCode(200)
        .body("erasedAt", equalTo("2029-11-27T10:00:00Z"))
        .body("state", equalTo("PARTLY_ACCEPTED"))
        .body("messageCount", equalTo(2))
        .body("messages.accountingPoint", contains("", ""))
        .body("messages[1].findings", hasSize(0))
        .body("messages[1].findingCount", equalTo(1));
    assertThat(count("interchange_raw")).isEqualTo(1);
    raw(kept).statusCode(200).body(containsString("QTY+220"));
    get(tenant, "/v1/interchanges/" + kept)
        .body("erasedAt", nullValue())
        .body("messages[1].findings", hasSize(1));
    get(tenant, "/v1/interchanges?location=50000000013").body("items.reference", contains("KEPT1"));
    get(tenant, "/v1/interchanges?documentNumber=DOC1")
        .body("items.reference", contains("KEPT1", "OLD1"));
    assertThat(eraseAt(THREE_YEARS_LATER)).isZero();
    assertThat(eraseAt(THREE_YEARS_LATER.plusSeconds(86_400))).isEqualTo(1);
    raw(kept).statusCode(410);
  }

  @Test
  void recognisesARepetitionOfWhatIsErased() {
    String file = Interchanges.of("REP1", List.of(message("M1")));
    String broken = Interchanges.of("REP2", List.of(message("M1"))).replace("UNT+17", "UNT+18");
    String id = post(tenant, file).statusCode(201).extract().path("id");
    String refused = post(tenant, broken).statusCode(422).extract().path("interchange");
    age(id, TOO_OLD);
    age(refused, TOO_OLD);
    assertThat(eraseAt(THREE_YEARS_LATER)).isEqualTo(2);
    raw(id).statusCode(410);
    raw(refused).statusCode(410);
    post(tenant, file)
        .statusCode(409)
        .body("code", equalTo("EDIFACT-0001"))
        .body("interchange", equalTo(id));
    post(tenant, broken).statusCode(409).body("interchange", equalTo(refused));
    get(tenant, "/v1/interchanges/" + refused).body("findings", hasSize(0));
  }

  @Test
  void keepsAnswersThatAreStillDue() {
    String id = received("DUE1", TOO_OLD, message("M1"));
    eraseAt(THREE_YEARS_LATER);
    String path = "/v1/interchanges/" + id + "/answers";
    String aperak =
        get(tenant, path)
            .body("kind", contains("APERAK"))
            .body("state", contains("OPEN"))
            .extract()
            .path("[0].id");
    String outgoing = "/v1/outgoing-interchanges/" + aperak;
    get(tenant, outgoing + "/raw").statusCode(200).body(containsString("RFF+ACE:DUE1'"));
    as(tenant, "operator").post(outgoing + "/delivery").then().statusCode(200);
    get(tenant, path).body("state", contains("SETTLED"));
  }

  @Test
  void goesOnAfterAPortionAndShowsNoPartMeanwhile() {
    String id = received("PART1", TOO_OLD, message("M1"), message("M2"), message("M3"));
    int erasing = run(() -> erasures.begin(KEPT_FROM, THREE_YEARS_LATER, 100));
    assertThat(erasing).isEqualTo(1);
    assertThat(run(() -> erasures.strip(new Erasures.Portion(100, 1)))).isFalse();
    assertThat(count("message where location <> ''")).isEqualTo(2);
    raw(id).statusCode(410);
    // Whoever goes on finds it without knowing of the horizon then.
    assertThat(eraseAt(Instant.parse("2026-11-27T00:00:00Z"))).isEqualTo(1);
    assertThat(count("message where location <> ''")).isZero();
    assertThat(count("interchange where erasing")).isZero();
  }

  @Test
  void takesAllOfAStepBackThatFails() {
    String id = received("FAIL1", TOO_OLD, message("M1"));
    system(
        """
        create function fail_here() returns trigger language plpgsql as
          $$ begin raise exception 'stopped here'; end $$\
        """);
    system(
        """
        create trigger fail_here before update on message for each row
          when (new.tenant = '%s') execute function fail_here()\
        """
            .formatted(tenant));
    assertThatThrownBy(() -> eraseAt(THREE_YEARS_LATER))
        .hasRootCauseMessage("ERROR: stopped here (P0001)");
    raw(id).statusCode(200).body(containsString("QTY+220"));
    system("drop trigger fail_here on message");
    system("drop function fail_here");
    assertThat(eraseAt(THREE_YEARS_LATER)).isEqualTo(1);
    raw(id).statusCode(410);
  }

  @Test
  void leavesATenantToTheWorkerThatHasIt() throws SQLException {
    String id = received("BUSY1", TOO_OLD, message("M1"));
    Facts facts = EmbeddedServices.current();
    try (Connection other =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from erasure_schedule where tenant = '" + tenant + "' for update");
      assertThat(step(THREE_YEARS_LATER)).isInstanceOf(EraseInterchanges.OfAnother.class);
      other.rollback();
    }
    raw(id).statusCode(200);
    assertThat(eraseAt(THREE_YEARS_LATER)).isEqualTo(1);
  }

  @Test
  void hasTheTurnOfATenantByItselfAndCountsWhatItErases() {
    String kept =
        post(tenant, Interchanges.of("NEW1", List.of(message("M1"))))
            .statusCode(201)
            .extract()
            .path("id");
    String id = received("DAILY1", Instant.parse("2020-01-01T00:00:00Z"), message("M1"));
    String counted =
        "nachbarstrom_edifact_interchanges_erased_total{tenant=\"%s\"} 1.0".formatted(tenant);
    run(() -> erasures.schedule(new Tenant(tenant), Instant.EPOCH).map(done -> 0));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          given().get("/q/metrics").then().body(containsString(counted));
          assertThat(count("erasure_schedule where tenant = '" + tenant + "' and due_at > now()"))
              .isEqualTo(1);
        });
    raw(id).statusCode(410);
    raw(kept).statusCode(200);
  }

  @Test
  void letsNobodyChangeOrDeleteBytesThatAreKept() {
    String id = received("SAFE1", KEPT_FROM, message("M1"));
    for (String statement :
        List.of("delete from interchange_raw", "update interchange_raw set bytes = ''")) {
      assertThatThrownBy(() -> run(() -> sql.execute(statement)))
          .hasStackTraceContaining("deleted only where it is erased");
    }
    raw(id).statusCode(200);
  }

  /** Posts an interchange and has it received then; nobody but the test erases of the tenant. */
  private String received(String reference, Instant at, String... messages) {
    String id =
        post(tenant, Interchanges.of(reference, List.of(messages)))
            .statusCode(201)
            .extract()
            .path("id");
    age(id, at);
    return id;
  }

  private void age(String id, Instant at) {
    run(() ->
        sql.execute(
            "update interchange set received_at = $2 where id = $1",
            UUID.fromString(id),
            at.atOffset(ZoneOffset.UTC)));
    run(() ->
        erasures
            .schedule(new Tenant(tenant), Instant.parse("2100-01-01T00:00:00Z"))
            .map(done -> 0));
  }

  /** Works until nothing is left for the day; answers how many were erased. */
  private int eraseAt(Instant now) {
    int erased = 0;
    Step step = step(now);
    while (!(step instanceof EraseInterchanges.Done)) {
      erased += step instanceof EraseInterchanges.WentOn(int more) ? more : 0;
      step = step(now);
    }
    return erased;
  }

  private Step step(Instant now) {
    return await(() -> erase.step(new Tenant(tenant), now));
  }

  private int count(String from) {
    return run(() ->
        sql.query("select count(*)::int as number from " + from)
            .map(rows -> rows.getFirst().getInteger("number")));
  }

  private ValidatableResponse raw(String id) {
    return get(tenant, "/v1/interchanges/" + id + "/raw");
  }

  private <T> T run(Supplier<Uni<T>> work) {
    return await(() -> transactions.inTransaction(new Tenant(tenant), work));
  }

  private void system(String statement) {
    await(() -> transactions.inSystemTransaction(() -> sql.execute(statement)));
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String message(String reference) {
    return Interchanges.message(reference, START, "220:1");
  }
}
