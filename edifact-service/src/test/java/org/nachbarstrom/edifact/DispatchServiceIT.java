package org.nachbarstrom.edifact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.dispatch.Answer;
import org.nachbarstrom.edifact.dispatch.AnswerOutcome;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.edifact.dispatch.EnqueueOutcome;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.dispatch.RecordAnswer;
import org.nachbarstrom.edifact.dispatch.RecordAnswer.Target;
import org.nachbarstrom.edifact.dispatch.References;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
class DispatchServiceIT {
  private static final String OWN = "9900000000011";
  private static final String PARTNER = "9900000000029";
  private static final Instant START = Instant.parse("2026-03-27T23:00:00Z");
  private static final Instant PREPARED = Instant.parse("2026-03-30T05:00:00Z");

  @Inject Dispatch dispatch;
  @Inject RecordAnswer answers;
  @Inject References references;
  @Inject TenantTransactions transactions;

  @Test
  void givesOutWhatIsQueuedUnderTheMarketsFileNameUntilItIsConfirmed() {
    UUID id = enqueue("ausgang", "NS000000000001", 2).id();
    JsonPath listed = list("ausgang", "state=PENDING&partner=" + PARTNER + "&type=MSCONS");
    assertThat(listed.getList("items.id")).contains(id.toString());
    Response raw = as("ausgang", "viewer").get("/v1/outgoing-interchanges/" + id + "/raw");
    assertThat(raw.asString()).isEqualTo(mscons("NS000000000001", 2, "220:1"));
    assertThat(raw.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename="
                + "\"MSCONS_TL_9900000000011_9900000000029_20260330_NS000000000001.txt\"");
    String delivery = "/v1/outgoing-interchanges/" + id + "/delivery";
    String at =
        as("ausgang", "operator")
            .post(delivery)
            .then()
            .statusCode(200)
            .body("state", equalTo("DELIVERED"))
            .body("attempts", equalTo(1))
            .extract()
            .path("deliveredAt");
    as("ausgang", "operator")
        .post(delivery)
        .then()
        .statusCode(200)
        .body("attempts", equalTo(1))
        .body("deliveredAt", equalTo(at));
    assertThat(list("ausgang", "state=PENDING").getList("items")).isEmpty();
    as("ausgang", "viewer").post(delivery).then().statusCode(403);
  }

  @Test
  void findsWhatWasSentByObjectAndReferenceAndHidesItFromOthers() {
    UUID id = enqueue("suchwerk", "NS000000000007", 1).id();
    assertThat(list("suchwerk", "object=50000000013&reference=NS000000000007").getList("items.id"))
        .containsExactly(id.toString());
    assertThat(list("suchwerk", "object=50000000021").getList("items")).isEmpty();
    assertThat(list("suchwerk", "channel=AS4").getList("items")).isEmpty();
    assertThat(list("anderes", "limit=5").getList("items")).isEmpty();
    as("anderes", "viewer")
        .get("/v1/outgoing-interchanges/" + id)
        .then()
        .statusCode(404)
        .body("code", equalTo("EDIFACT-0201"));
  }

  @Test
  void parksWhatARecipientWouldRefuse() {
    String bytes = mscons("NS000000000001", 1, "220:-1");
    EnqueueOutcome outcome = enqueue("parkwerk", interchange("NS000000000001", bytes, 1));
    assertThat(outcome).isInstanceOf(EnqueueOutcome.Parked.class);
    String path = "/v1/outgoing-interchanges/" + outcome.id();
    as("parkwerk", "viewer")
        .get(path)
        .then()
        .body("state", equalTo("PARKED"))
        .body("findings", hasSize(1))
        .body("findings[0]", containsString("QTY"));
    as("parkwerk", "viewer").get(path + "/raw").then().statusCode(409);
    for (String action : List.of("/delivery", "/resend")) {
      as("parkwerk", "operator")
          .post(path + action)
          .then()
          .statusCode(409)
          .body("code", equalTo("EDIFACT-0202"));
    }
    assertThat(record("parkwerk", contrl(true)))
        .isInstanceOf(AnswerOutcome.NothingReferredTo.class);
  }

  @Test
  void sendsNothingOfATransactionThatFails() {
    assertThatThrownBy(() ->
            run(
                "rollwerk",
                () ->
                    dispatch
                        .enqueue(new Tenant("rollwerk"), interchange("NS000000000001", 1))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop")))))
        .hasMessageContaining("stop");
    assertThat(list("rollwerk", "limit=5").getList("items")).isEmpty();
  }

  @Test
  void neverGivesAReferenceTwiceToTransactionsAtTheSameTime() throws Exception {
    List<String> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      Callable<List<String>> take =
          () -> run("zahlwerk", () -> references.take(new Tenant("zahlwerk"), OWN, 5));
      for (Future<List<String>> taken :
          threads.invokeAll(java.util.Collections.nCopies(20, take))) {
        all.addAll(taken.get());
      }
    }
    assertThat(all)
        .hasSize(100)
        .doesNotHaveDuplicates()
        .contains("NS000000000001", "NS000000000100")
        .allMatch(reference -> reference.matches("[0-9A-Z]{1,14}"));
    assertThat(run("zahlwerk", () -> references.take(new Tenant("zahlwerk"), PARTNER, 1)))
        .containsExactly("NS000000000001");
  }

  @Test
  void confirmsWhenEveryMessageIsAcceptedInAnyOrderAndAnyNumberOfTimes() {
    UUID id = enqueue("antwort", "NS000000000001", 2).id();
    Answer second = aperak("M2", true);
    Answer first = aperak("M1", true);
    assertThat(record("antwort", second))
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.DELIVERED));
    assertThat(record("antwort", second))
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.DELIVERED));
    assertThat(record("antwort", first))
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.CONFIRMED));
    as("antwort", "viewer")
        .get("/v1/outgoing-interchanges/" + id)
        .then()
        .body("state", equalTo("CONFIRMED"))
        .body("decidedAt", notNullValue())
        .body("messages.verdict", equalTo(List.of("ACCEPTED", "ACCEPTED")));
    as("antwort", "operator")
        .post("/v1/outgoing-interchanges/" + id + "/resend")
        .then()
        .statusCode(409)
        .body("code", equalTo("EDIFACT-0203"));
  }

  @Test
  void letsARefusalWeighMoreWhicheverComesFirst() {
    for (boolean refusalFirst : List.of(true, false)) {
      String tenant = refusalFirst ? "streng-a" : "streng-b";
      UUID id = enqueue(tenant, "NS000000000001", 1).id();
      Answer refusal = aperak("DOC1", false);
      Answer receipt = contrl(true);
      record(tenant, refusalFirst ? refusal : receipt);
      assertThat(record(tenant, refusalFirst ? receipt : refusal))
          .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.REFUSED));
      as(tenant, "viewer")
          .get("/v1/outgoing-interchanges/" + id)
          .then()
          .body("messages[0].verdict", equalTo("REFUSED"))
          .body("messages[0].reasons", equalTo(List.of("Z30")));
    }
  }

  @Test
  void forgetsAnswersToEarlierSendingsWhenItIsSentAgain() {
    UUID id = enqueue("nochmal", "NS000000000001", 1).id();
    Answer refusal = contrl(false);
    record("nochmal", refusal);
    as("nochmal", "operator")
        .post("/v1/outgoing-interchanges/" + id + "/resend")
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING"))
        .body("sending", equalTo(2))
        .body("deliveredAt", nullValue());
    assertThat(record("nochmal", refusal))
        .as("the same answer, delivered once more")
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.PENDING));
    assertThat(record("nochmal", contrl(true)))
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.CONFIRMED));
  }

  @Test
  void countsManyAnswersAtOnceByDocumentOrReferenceAndNamesThoseThatReferToNothing() {
    UUID id = enqueue("viele", "NS000000000001", 3).id();
    AnswerOutcome delivered = new AnswerOutcome.Recorded(id, OutgoingState.DELIVERED);
    List<AnswerOutcome> outcomes =
        record(
            "viele",
            "NS000000000001",
            List.of(aperak("DOC1", true), aperak("M9", false), aperak("M3", true)));
    assertThat(outcomes.get(0)).isEqualTo(delivered);
    assertThat(outcomes.get(1)).isInstanceOf(AnswerOutcome.NothingReferredTo.class);
    assertThat(outcomes.get(2)).isEqualTo(delivered);
    assertThat(record("viele", aperak("DOC2", true)))
        .isEqualTo(new AnswerOutcome.Recorded(id, OutgoingState.CONFIRMED));
  }

  @Test
  void saysWhereAnAnswerRefersToNothing() {
    enqueue("nichts", "NS000000000001", 1);
    assertThat(record("nichts", "NS000000000002", List.of(contrl(true))))
        .hasOnlyElementsOfType(AnswerOutcome.NothingReferredTo.class);
    assertThat(record("nichts", aperak("M9", true)))
        .isInstanceOf(AnswerOutcome.NothingReferredTo.class);
    assertThat(list("nichts", "state=PENDING").getList("items")).hasSize(1);
  }

  private static Answer contrl(boolean positive) {
    String text = positive ? "" : "12";
    return new Answer(Answer.Kind.CONTRL, "", positive, UUID.randomUUID(), "1", text);
  }

  private static Answer aperak(String message, boolean positive) {
    String text = positive ? "" : "Z30";
    return new Answer(Answer.Kind.APERAK, message, positive, UUID.randomUUID(), "1", text);
  }

  private AnswerOutcome record(String tenant, Answer answer) {
    return record(tenant, "NS000000000001", List.of(answer)).getFirst();
  }

  private List<AnswerOutcome> record(String tenant, String reference, List<Answer> list) {
    Target target = new Target(PARTNER, OWN, reference);
    return run(tenant, () -> answers.record(new Tenant(tenant), target, list));
  }

  private EnqueueOutcome enqueue(String tenant, String reference, int messages) {
    EnqueueOutcome outcome = enqueue(tenant, interchange(reference, messages));
    assertThat(outcome).isInstanceOf(EnqueueOutcome.Queued.class);
    return outcome;
  }

  private EnqueueOutcome enqueue(String tenant, NewInterchange interchange) {
    return run(tenant, () -> dispatch.enqueue(new Tenant(tenant), interchange));
  }

  private <T> T run(String tenant, Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(
          () -> transactions.inTransaction(new Tenant(tenant), work));
    } catch (Throwable failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  private static NewInterchange interchange(String reference, int messages) {
    return interchange(reference, mscons(reference, messages, "220:1"), messages);
  }

  private static NewInterchange interchange(String reference, String bytes, int messages) {
    List<NewMessage> list = new ArrayList<>();
    for (int i = 1; i <= messages; i++) {
      list.add(new NewMessage("M" + i, "DOC" + i, "13025", "50000000013"));
    }
    return new NewInterchange(
        new OutgoingHeader(OWN, PARTNER, "MSCONS", "TL", reference, PREPARED),
        bytes.getBytes(StandardCharsets.ISO_8859_1),
        list,
        new Cause(Cause.Kind.SUBSTITUTES, "test"));
  }

  private static String mscons(String reference, int messages, String quantity) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= messages; i++) {
      texts.add(Interchanges.message("M" + i, START, quantity).replace("DOC1", "DOC" + i));
    }
    return Interchanges.of(reference, texts);
  }

  private static JsonPath list(String tenant, String query) {
    return as(tenant, "viewer").get("/v1/outgoing-interchanges?" + query).jsonPath();
  }

  private static RequestSpecification as(String tenant, String role) {
    return given().auth().oauth2(EmbeddedServices.current().token(tenant, role));
  }
}
