package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Overdue;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class AcknowledgementIT {
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");
  private static final String PARTNER = "9900000000011";
  private static final String OWN = "9900000000029";

  @Inject Dispatch dispatch;
  @Inject TenantTransactions transactions;
  @Inject Sql sql;
  @Inject AcknowledgementFinder finder;

  @Test
  void acknowledgesWhatItTakes() {
    String id =
        post("antwort1", Interchanges.of("ACK1", List.of(message("M1")))).extract().path("id");
    Instant receivedAt = receivedAt("antwort1", id);
    JsonPath answers = answers("antwort1", id);
    assertThat(answers.getList("kind")).containsExactly("APERAK");
    assertThat(answers.getList("state")).containsExactly("OPEN");
    assertThat(answers.getList("messages")).containsExactly(1);
    String minute = format("uuuuMMddHHmm", receivedAt);
    String expected =
        "UNA:+.? 'UNB+UNOC:3+9900000000029:500+9900000000011:500+"
            + format("uuMMdd:HHmm", receivedAt)
            + "+NS000000000001'UNH+1+APERAK:D:07B:UN:2.2'BGM+312+NS000000000001-1'DTM+137:"
            + minute
            + "?+00:303'RFF+ACE:ACK1'DTM+171:202603300500?+00:303'RFF+AGO:DOC1'"
            + "NAD+MS+9900000000029::293'NAD+MR+9900000000011::293'UNT+9+1'UNZ+1+NS000000000001'";
    assertThat(bytes("antwort1", answers.getString("[0].id"))).isEqualTo(expected);
    assertThat(answers.getString("[0].fileName"))
        .isEqualTo(
            "APERAK__9900000000029_9900000000011_"
                + format("uuuuMMdd", receivedAt)
                + "_NS000000000001.txt");
    post("antwort1", Interchanges.of("ACK1", List.of(message("M1")))).statusCode(409);
    assertThat(outgoing("antwort1")).hasSize(1);
  }

  @Test
  void refusesOneMessageAndAcknowledgesItsNeighbours() {
    String bad = Interchanges.message("M2", START, "220:-1").replace("DOC1", "DOC2");
    String file = Interchanges.of("MIX1", List.of(message("M1"), bad, message("M3")));
    String id = post("antwort2", file).statusCode(201).extract().path("id");
    JsonPath answers = answers("antwort2", id);
    assertThat(answers.getList("messages")).containsExactly(3);
    String aperak = bytes("antwort2", answers.getString("[0].id"));
    assertThat(aperak)
        .contains("BGM+312+NS000000000001-1'")
        .contains("BGM+313+NS000000000001-2'")
        .contains("BGM+312+NS000000000001-3'")
        .containsOnlyOnce("ERC+")
        .containsSubsequence("ERC+Z35'", "RFF+ACW:M2'", "RFF+AGO:DOC2'", "UNT+")
        .contains("FTX+Z02+++")
        .endsWith("UNZ+3+NS000000000001'");
  }

  @Test
  void refusesBrokenSyntaxByOneContrlWithinSixHours() {
    String broken = message("M2").replace("UNT+17", "UNT+18");
    String file = Interchanges.of("BROKEN1", List.of(message("M1"), broken));
    JsonPath problem = post("antwort3", file).statusCode(422).extract().jsonPath();
    String id = problem.getString("interchange");
    Instant receivedAt = receivedAt("antwort3", id);
    String expected =
        "UNA:+.? 'UNB+UNOC:3+9900000000029:500+9900000000011:500+"
            + format("uuMMdd:HHmm", receivedAt)
            + "+NS000000000001'UNH+1+CONTRL:D:3:UN:2.0b'"
            + "UCI+BROKEN1+9900000000011:500+9900000000029:500+4'"
            + "UCM+M2+MSCONS:D:04B:UN:2.5+4+29+UNT+2'UNT+4+1'UNZ+1+NS000000000001'";
    assertThat(problem.getString("contrl")).isEqualTo(expected);
    JsonPath answers = answers("antwort3", id);
    assertThat(answers.getList("kind")).containsExactly("CONTRL");
    assertThat(Instant.parse(answers.getString("[0].dueAt")))
        .isEqualTo(receivedAt.plus(6, ChronoUnit.HOURS));
    assertThat(bytes("antwort3", answers.getString("[0].id"))).isEqualTo(expected);
  }

  @Test
  void confirmsTheReceiptInGasAndWhereAPartnerWantsIt() {
    String gas =
        Interchanges.of("GAS1", List.of(message("M1"))).replace(OWN + ":500", "9800000000005:502");
    String id = post("antwort4", gas).statusCode(201).extract().path("id");
    assertThat(answers("antwort4", id).getList("kind")).containsExactly("CONTRL", "APERAK");
    get("antwort4", "/v1/interchanges/" + id + "/contrl")
        .statusCode(200)
        .body(containsString("UCI+GAS1+9900000000011:500+9800000000005:502+7'"));
  }

  @Test
  void answersWhatCannotBeAddressedToWhoBringsIt() {
    String file =
        Interchanges.of("ODD1", List.of(message("M1").replace("UNT+17", "UNT+18")))
            .replace(PARTNER + ":500", "a/b:500");
    JsonPath problem = post("antwort5", file).statusCode(422).extract().jsonPath();
    assertThat(problem.getString("contrl")).contains("UCI+ODD1+a/b:500+9900000000029:500+4'");
    assertThat(outgoing("antwort5")).isEmpty();
  }

  @Test
  void matchesAContrlOnceAndNeverAnswersIt() {
    String id =
        post("antwort6", Interchanges.of("MATCH1", List.of(message("M1")))).extract().path("id");
    String sent = answers("antwort6", id).getString("[0].id");
    String contrl = contrl("CTL1", "NS000000000001", "+4+23+UNB+2");
    post("antwort6", contrl)
        .statusCode(201)
        .body("state", equalTo("ACCEPTED"))
        .body("messageType", equalTo("CONTRL"))
        .body("messages[0].content", equalTo("CONTRL"))
        .body("messages[0].findings", hasSize(0));
    post("antwort6", contrl).statusCode(409);
    get("antwort6", "/v1/outgoing-interchanges/" + sent).body("state", equalTo("REFUSED"));
    get("antwort6", "/v1/acknowledgements/received")
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("CONTRL"))
        .body("items[0].positive", equalTo(false))
        .body("items[0].outgoing", equalTo(sent))
        .body("items[0].reasons[0]", containsString("23 "));
    assertThat(outgoing("antwort6")).hasSize(1);
  }

  @Test
  void keepsAndListsWhatMatchesNothing() {
    post("antwort7", contrl("CTL1", "NS000000000099", "+7")).statusCode(201);
    post("antwort7", aperak("AP1", OWN, PARTNER, "NS000000000099")).statusCode(201);
    get("antwort7", "/v1/acknowledgements/received?matched=false")
        .body("items.kind", equalTo(List.of("APERAK", "CONTRL")))
        .body("items.answeredInterchange", equalTo(List.of("NS000000000099", "NS000000000099")))
        .body("items[0].answeredMessage", equalTo("DOC1"))
        .body("items[0].outgoing", nullValue());
    get("antwort7", "/v1/acknowledgements/received?matched=true").body("items", hasSize(0));
    assertThat(outgoing("antwort7")).isEmpty();
  }

  @Test
  void listsWhatPartnersOweUntilTheyAnswer() {
    String tenant = "antwort8";
    UUID id = send(tenant, "NS000000000001");
    get(tenant, "/v1/acknowledgements/expected").body("items", hasSize(0));
    as(tenant, "operator")
        .post("/v1/outgoing-interchanges/" + id + "/delivery")
        .then()
        .statusCode(200);
    get(tenant, "/v1/acknowledgements/expected?state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("APERAK"))
        .body("items[0].outgoing", equalTo(id.toString()))
        .body("items[0].partner", equalTo(OWN));
    get(tenant, "/v1/acknowledgements/expected?state=OVERDUE").body("items", hasSize(0));
    // Wednesday 10:00 in Berlin; the APERAK was due on Thursday at noon there.
    run(
        tenant,
        () ->
            sql.execute(
                "update outgoing_interchange set delivered_at = '2026-03-18T09:00:00Z'"
                    + " where id = $1",
                id));
    get(tenant, "/v1/acknowledgements/expected?state=OVERDUE&partner=" + OWN)
        .body("items", hasSize(1))
        .body("items[0].dueAt", equalTo("2026-03-19T11:00:00Z"));
    assertThat(run(tenant, finder::overdue)).isEqualTo(new Overdue(0, 1));
    post(tenant, aperak("AP1", OWN, PARTNER, "NS000000000001")).statusCode(201);
    get(tenant, "/v1/acknowledgements/expected?state=OVERDUE").body("items", hasSize(0));
    get(tenant, "/v1/acknowledgements/expected?state=SETTLED").body("items", hasSize(1));
  }

  @Test
  void listsWhatWeOweUntilItIsHandedOver() {
    String tenant = "antwort9";
    String id = post(tenant, Interchanges.of("OWE1", List.of(message("M1")))).extract().path("id");
    String answer = answers(tenant, id).getString("[0].id");
    get(tenant, "/v1/acknowledgements/owed?state=OPEN")
        .body("items.answer", equalTo(List.of(answer)));
    run(
        tenant,
        () ->
            sql.execute(
                "update owed_answer set due_at = '2026-03-19T11:00:00Z' where outgoing = $1",
                UUID.fromString(answer)));
    get(tenant, "/v1/acknowledgements/owed?state=OVERDUE&partner=" + PARTNER)
        .body("items", hasSize(1))
        .body("items[0].interchange", equalTo(id))
        .body("items[0].reference", equalTo("OWE1"))
        .body("items[0].sentAt", nullValue());
    assertThat(run(tenant, finder::overdue)).isEqualTo(new Overdue(1, 0));
    as(tenant, "operator").post("/v1/outgoing-interchanges/" + answer + "/delivery");
    assertThat(run(tenant, finder::overdue)).isEqualTo(new Overdue(0, 0));
    get(tenant, "/v1/acknowledgements/owed?state=OVERDUE").body("items", hasSize(0));
    get(tenant, "/v1/acknowledgements/owed?state=SETTLED").body("items", hasSize(1));
    get(tenant, "/v1/acknowledgements/owed?state=LATE").statusCode(400);
    get("anderes", "/v1/acknowledgements/owed").body("items", hasSize(0));
    get("anderes", "/v1/interchanges/" + id + "/answers").statusCode(404);
  }

  private UUID send(String tenant, String reference) {
    String bytes = Interchanges.of(reference, List.of(message("M1")));
    Instant prepared = Instant.parse("2026-03-30T05:00:00Z");
    NewInterchange interchange =
        new NewInterchange(
            new OutgoingHeader(PARTNER, OWN, "MSCONS", "TL", reference, prepared),
            Client.bytes(bytes),
            List.of(new NewMessage("M1", "DOC1", "13025", "50000000013")),
            new Cause(Cause.Kind.CLOSING_VERSION, "closing"));
    return run(tenant, () -> dispatch.enqueue(new Tenant(tenant), interchange)).id();
  }

  private <T> T run(String tenant, Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> transactions.inTransaction(new Tenant(tenant), work));
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String message(String reference) {
    return Interchanges.message(reference, START, "220:1");
  }

  private static String contrl(String reference, String answered, String verdict) {
    return "UNA:+.? 'UNB+UNOC:3+9900000000011:500+9900000000029:500+260330:0510+"
        + reference
        + "'UNH+1+CONTRL:D:3:UN:2.0b'UCI+"
        + answered
        + "+9900000000029:500+9900000000011:500"
        + verdict
        + "'UNT+3+1'UNZ+1+"
        + reference
        + "'";
  }

  private static String aperak(String reference, String from, String to, String answered) {
    return "UNA:+.? 'UNB+UNOC:3+"
        + from
        + ":500+"
        + to
        + ":500+260331:0500+"
        + reference
        + "'UNH+1+APERAK:D:07B:UN:2.2'BGM+312+AP1'DTM+137:202603310500?+00:303'RFF+ACE:"
        + answered
        + "'DTM+171:202603300500?+00:303'RFF+AGO:DOC1'NAD+MS+"
        + from
        + "::293'NAD+MR+"
        + to
        + "::293'UNT+9+1'UNZ+1+"
        + reference
        + "'";
  }

  private static JsonPath answers(String tenant, String interchange) {
    return get(tenant, "/v1/interchanges/" + interchange + "/answers")
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> outgoing(String tenant) {
    return get(tenant, "/v1/outgoing-interchanges").extract().jsonPath().getList("items.id");
  }

  private static String bytes(String tenant, String outgoing) {
    return as(tenant, "viewer").get("/v1/outgoing-interchanges/" + outgoing + "/raw").asString();
  }

  private static Instant receivedAt(String tenant, String id) {
    return Instant.parse(
        get(tenant, "/v1/interchanges/" + id).extract().jsonPath().getString("receivedAt"));
  }

  private static String format(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(at);
  }
}
