package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

/** Outgoing interchanges for tests: one 13025 from 9900000000011 to 9900000000029. */
final class Outgoing {
  static final String OWN = "9900000000011";
  static final String PARTNER = "9900000000029";

  private Outgoing() {}

  static String text(String reference) {
    Instant start = Instant.parse("2026-03-27T23:00:00Z");
    return Interchanges.of(reference, List.of(Interchanges.message("M1", start, "220:1")));
  }

  static NewInterchange interchange(String reference) {
    return new NewInterchange(
        new OutgoingHeader(
            OWN, PARTNER, "MSCONS", "TL", reference, Instant.parse("2026-03-30T05:00:00Z")),
        text(reference).getBytes(StandardCharsets.ISO_8859_1),
        List.of(new NewMessage("M1", "DOC1", "13025", "50000000013")),
        new Cause(Cause.Kind.SUBSTITUTES, "test"));
  }

  static void register(String tenant, String code, String channel) {
    as(tenant, "operator")
        .contentType("application/json")
        .body("{\"name\": \"X\", \"channel\": \"" + channel + "\"}")
        .put("/v1/partners/" + code)
        .then()
        .statusCode(200);
  }

  static JsonPath list(String tenant, String query) {
    return as(tenant, "viewer").get("/v1/outgoing-interchanges?" + query).jsonPath();
  }

  static RequestSpecification as(String tenant, String role) {
    return given().auth().oauth2(EmbeddedServices.current().token(tenant, role));
  }
}
