package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.partner.ContrlPolicy;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class PartnerServiceIT {
  @Inject Partners partners;
  @Inject TenantTransactions transactions;

  @Test
  void registersAPartnerWithWhatTheMarketHasWhereNothingIsSaid() {
    put("partnerwerk", "9900000000029", "{\"name\": \"Netz Musterstadt\"}")
        .statusCode(200)
        .body("kind", equalTo("BDEW"))
        .body("qualifier", equalTo("500"))
        .body("own", equalTo(false))
        .body("roles", hasSize(0))
        .body("rules.contrl", equalTo("ON_ERROR"))
        .body("rules.messageVersion", nullValue())
        .body("channel", equalTo("PULL"));
    put("partnerwerk", "9800000000013", "{\"name\": \"Gasnetz\"}")
        .statusCode(200)
        .body("kind", equalTo("DVGW"))
        .body("qualifier", equalTo("502"))
        .body("rules.contrl", equalTo("ALWAYS"));
    put("partnerwerk", "10YDE-VE-------2", "{\"name\": \"50Hertz\"}")
        .statusCode(200)
        .body("kind", equalTo("EIC"))
        .body("qualifier", equalTo(""));
  }

  @Test
  void refusesCodesWithAWrongCheckDigit() {
    for (String code : new String[] {"9900000000027", "10YDE-VE-------3", "123", "abc"}) {
      put("partnerwerk", code, "{\"name\": \"X\"}")
          .statusCode(422)
          .contentType("application/problem+json")
          .body("code", equalTo("EDIFACT-0101"));
    }
    as("partnerwerk", "viewer")
        .get("/v1/partners/9900000000011")
        .then()
        .statusCode(404)
        .body("code", equalTo("EDIFACT-0102"));
  }

  @Test
  void keepsEveryVersionAndMakesNoneWhereNothingChanges() {
    String first = role("2026-01-01", "\"2026-07-01\"");
    put("versionswerk", "9900000000011", first).statusCode(200);
    put("versionswerk", "9900000000011", first).statusCode(200);
    put("versionswerk", "9900000000011", role("2026-02-01", "null")).statusCode(200);
    JsonPath versions =
        as("versionswerk", "viewer").get("/v1/partners/9900000000011/versions").jsonPath();
    assertThat(versions.getList("items.collect { it.roles[0].from }"))
        .containsExactly("2026-02-01", "2026-01-01");
    assertThat(versions.getString("items[1].roles[0].to")).isEqualTo("2026-07-01");
    assertThat(versions.getString("items[0].roles[0].marketCode")).isEqualTo("LF");
    as("versionswerk", "viewer")
        .get("/v1/partners/9900000000011")
        .then()
        .body("roles[0].from", equalTo("2026-02-01"));
  }

  @Test
  void refusesRolesThatContradict() {
    put("partnerwerk", "9900000000011", role("2026-01-01", "\"2026-01-01\""))
        .statusCode(422)
        .body("code", equalTo("EDIFACT-0103"))
        .body("errors[0].pointer", equalTo("/roles/0/to"));
    String twice =
        """
        {"name": "X", "roles": [
          {"role": "SUPPLIER", "from": "2026-01-01"},
          {"role": "SUPPLIER", "from": "2026-05-01"}]}
        """;
    put("partnerwerk", "9900000000011", twice)
        .statusCode(422)
        .body("code", equalTo("EDIFACT-0103"))
        .body("errors[0].pointer", equalTo("/roles"));
    put("partnerwerk", "9900000000011", "{\"name\": \"\"}").statusCode(400);
  }

  @Test
  void listsByCodeAndHidesFromOtherTenants() {
    for (String code : new String[] {"9900000000011", "9900000000029", "9800000000013"}) {
      put("listpartner", code, "{\"name\": \"X\"}").statusCode(200);
    }
    JsonPath first = as("listpartner", "viewer").get("/v1/partners?limit=2").jsonPath();
    assertThat(first.getList("items.code")).containsExactly("9800000000013", "9900000000011");
    JsonPath rest =
        as("listpartner", "viewer")
            .get("/v1/partners?limit=2&cursor=" + first.getString("next"))
            .jsonPath();
    assertThat(rest.getList("items.code")).containsExactly("9900000000029");
    assertThat(rest.getString("next")).isNull();
    as("otherwerk", "viewer").get("/v1/partners").then().body("items", hasSize(0));
    as("listpartner", "viewer")
        .body("{\"name\": \"X\"}")
        .put("/v1/partners/9900000000011")
        .then()
        .statusCode(403);
  }

  /** The role ends with 30 June in Berlin, where July begins at 22:00 UTC. */
  @Test
  void knowsRolesByLocalDateAndTheRulesOfASender() throws Throwable {
    put("knowwerk", "9900000000011", role("2026-01-01", "\"2026-07-01\"")).statusCode(200);
    put(
            "knowwerk",
            "9900000000029",
            """
            {"name": "X", "rules": {"messageVersion": "2.4c", "lenient": true, "contrl": "ALWAYS"}}
            """)
        .statusCode(200);
    PartnerSnapshot known = snapshot("knowwerk", "9900000000011", "9900000000029", "4000000000006");
    assertThat(known.roles("9900000000011", Instant.parse("2026-06-30T21:59:59Z")))
        .contains(Set.of(MarketRole.SUPPLIER));
    assertThat(known.roles("9900000000011", Instant.parse("2026-06-30T22:00:00Z")))
        .contains(Set.of());
    assertThat(known.roles("9900000000029", Instant.parse("2026-06-30T22:00:00Z"))).isEmpty();
    assertThat(known.roles("4000000000006", Instant.parse("2026-06-30T22:00:00Z"))).isEmpty();
    ReadOptions options = known.optionsFor("9900000000029", ReadOptions.DEFAULT);
    assertThat(options.lenient()).isTrue();
    assertThat(options.handbook()).contains("2.4c");
    assertThat(options.partners()).isSameAs(known);
    assertThat(known.optionsFor("4000000000006", ReadOptions.DEFAULT).lenient()).isFalse();
    assertThat(known.contrlPolicy("9900000000029", "500")).isEqualTo(ContrlPolicy.ALWAYS);
    assertThat(known.contrlPolicy("4000000000006", "500")).isEqualTo(ContrlPolicy.ON_ERROR);
    assertThat(known.contrlPolicy("4000000000006", "502")).isEqualTo(ContrlPolicy.ALWAYS);
    assertThat(snapshot("otherwerk", "9900000000011").partner("9900000000011")).isEmpty();
  }

  @Test
  void keepsEachVersionOfManyThatAreDeclaredAtOnce() throws Exception {
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String body = "{\"name\": \"Name %d\"}".formatted(i);
      all.add(() -> put("eiligwerk", "9900000000011", body).extract().statusCode());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> status : threads.invokeAll(all)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    as("eiligwerk", "viewer")
        .get("/v1/partners/9900000000011/versions")
        .then()
        .body("items", hasSize(8));
  }

  private PartnerSnapshot snapshot(String tenant, String... codes) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(
        () -> transactions.inTransaction(new Tenant(tenant), () -> partners.snapshot(codes)));
  }

  private static String role(String from, String to) {
    return """
    {"name": "Lieferant", "roles": [{"role": "SUPPLIER", "from": "%s", "to": %s}]}
    """
        .formatted(from, to);
  }

  private static ValidatableResponse put(String tenant, String code, String body) {
    return as(tenant, "operator").body(body).put("/v1/partners/" + code).then();
  }

  private static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/json");
  }
}
