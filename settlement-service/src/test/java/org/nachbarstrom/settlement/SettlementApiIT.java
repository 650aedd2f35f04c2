package org.nachbarstrom.settlement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.OpenApiAgreement;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "settlement"))
class SettlementApiIT {
  @Test
  void refusesBadPartiesAndPayersPrecisely() {
    String tenant = "formwerk";
    Neighbours.party(tenant, "ahrens", "Familie Ahrens");
    payers(tenant, Neighbours.CONSUMER, "{\"party\":\"nobody\",\"from\":\"2026-01-01\"}", 422)
        .body("code", equalTo("SETTLEMENT-0012"))
        .body("errors[0].pointer", equalTo("/assignments/0/party"));
    payers(
            tenant,
            Neighbours.CONSUMER,
            "{\"party\":\"ahrens\",\"from\":\"2026-01-01\",\"to\":\"2026-02-02\"},"
                + "{\"party\":\"ahrens\",\"from\":\"2026-02-01\"}",
            422)
        .body("code", equalTo("SETTLEMENT-0013"))
        .body("errors[0].pointer", equalTo("/assignments/1"));
    payers(
            tenant,
            Neighbours.CONSUMER,
            "{\"party\":\"ahrens\",\"from\":\"2026-01-01\",\"to\":\"2026-01-01\"}",
            422)
        .body("code", equalTo("SETTLEMENT-0014"));
    payers(tenant, "50000000012", "", 400).body("code", equalTo("SETTLEMENT-0015"));
    payers(tenant, Neighbours.CONSUMER, "{\"party\":\"ahrens\"}", 400)
        .body("code", equalTo("PLATFORM-0002"));
  }

  @Test
  void answersForWhatItDoesNotKnowOrMayNotDo() {
    String tenant = "formwerk";
    Neighbours.as(tenant, "viewer")
        .body("{\"name\":\"X\"}")
        .put("/v1/parties/x")
        .then()
        .statusCode(403);
    given().get("/v1/parties/x").then().statusCode(401);
    Neighbours.as(tenant, "viewer")
        .get("/v1/statements/x")
        .then()
        .statusCode(404)
        .body("code", equalTo("SETTLEMENT-0011"));
    Neighbours.as(tenant, "viewer")
        .get("/v1/runs?closing=x")
        .then()
        .statusCode(400)
        .body("code", equalTo("SETTLEMENT-0027"));
    Neighbours.as(tenant, "viewer")
        .get("/v1/runs/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("SETTLEMENT-0021"));
  }

  private static io.restassured.response.ValidatableResponse payers(
      String tenant, String point, String assignments, int status) {
    return Neighbours.as(tenant, "operator")
        .body("{\"assignments\":[" + assignments + "]}")
        .put("/v1/payers/" + point)
        .then()
        .statusCode(status);
  }

  @Test
  void listsPartiesInParts() {
    String tenant = "listenwerk";
    List.of("c", "a", "b").forEach(id -> Neighbours.party(tenant, id, "Party " + id));
    Neighbours.as(tenant, "viewer")
        .get("/v1/parties?limit=2")
        .then()
        .body("items.id", equalTo(List.of("a", "b")))
        .body("next", equalTo("b"));
    Neighbours.as(tenant, "viewer")
        .get("/v1/parties?limit=2&cursor=b")
        .then()
        .body("items.id", equalTo(List.of("c")))
        .body("next", nullValue());
    Neighbours.as("nachbarwerk", "viewer").get("/v1/parties/a").then().statusCode(404);
  }

  @Test
  void servesTheAgreedApi() {
    OpenApiAgreement.check("settlement-service", given().get("/q/openapi").asString());
  }
}
