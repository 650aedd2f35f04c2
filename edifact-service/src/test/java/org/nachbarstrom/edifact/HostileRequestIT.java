package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

/** Characters that a database cannot keep are the sender's fault, not ours. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class HostileRequestIT {
  private static final String TENANT = "feindlich";

  @Test
  void answersAnInterchangeWithNulWhereverItStands() {
    String good = Outgoing.text("HOSTILE1");
    for (String bad :
        List.of(
            good.replace("HOSTILE1", "HOS\u0000TILE"),
            good.replace("9900000000011:500", "99000000\u000011:500"),
            good.replace("+TL'", "+T\u0000L'"),
            good.replace("DOC1", "D\u0000C1"),
            good.replace("UNH+M1", "UNH+M\u0000"),
            good.replace("MSCONS:D", "MSC\u0000NS:D"))) {
      assertThat(bad).isNotEqualTo(good);
      int status =
          Outgoing.as(TENANT, "operator")
              .contentType("application/edifact")
              .body(bad.getBytes(StandardCharsets.ISO_8859_1))
              .post("/v1/interchanges")
              .statusCode();
      assertThat(status).as(bad.substring(0, 120)).isIn(201, 422);
    }
  }

  @Test
  void refusesParametersAndBodiesWithNul() {
    for (String path :
        List.of(
            "/v1/interchanges?reference=%00",
            "/v1/messages?location=a%00",
            "/v1/outgoing-interchanges?object=%00",
            "/v1/outgoing-interchanges?state=NONE",
            "/v1/acknowledgements/owed?partner=%00",
            "/v1/partners?cursor=%00",
            "/v1/subscriptions?cursor=%00")) {
      Outgoing.as(TENANT, "viewer")
          .urlEncodingEnabled(false)
          .get(path)
          .then()
          .statusCode(400)
          .body("status", equalTo(400));
    }
    Outgoing.as(TENANT, "operator")
        .contentType("application/json")
        .body("{\"name\": \"a\\u0000b\"}")
        .put("/v1/partners/9900000000029")
        .then()
        .statusCode(400);
  }
}
