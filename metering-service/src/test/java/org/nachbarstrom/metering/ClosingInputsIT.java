package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.awaitClosing;
import static org.nachbarstrom.metering.Api.awaitValues;
import static org.nachbarstrom.metering.Api.declare;
import static org.nachbarstrom.metering.Api.declareCommunity;
import static org.nachbarstrom.metering.Api.member;
import static org.nachbarstrom.metering.Api.operator;
import static org.nachbarstrom.metering.Api.requestClosing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/** What closings used can be listed, and the list checked without the values. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ClosingInputsIT {
  private static final String COMMUNITY = "eingaben";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
  private final String consumer = Feed.point(8301);
  private final String producer = Feed.point(8306);

  @AfterEach
  void disconnect() {
    broker.close();
  }

  /** The days have 96 and 92 quarter-hours; the correction is about the first day only. */
  @Test
  void listsWhatEachVersionUsed() {
    List<Long> consumed = new ArrayList<>(Collections.nCopies(188, 3_000L));
    consumed.set(1, 8_000L);
    declare(consumer, CONSUMPTION);
    declare(producer, GENERATION);
    declareCommunity(
            COMMUNITY, List.of(member(consumer, CONSUMPTION), member(producer, GENERATION)))
        .statusCode(200);
    send(Feed.values(consumer, CONSUMPTION, 0, START, consumed.toArray(Long[]::new)));
    send(Feed.constant(producer, GENERATION, START, 188, 1_000));
    awaitValues(consumer, 188);
    awaitValues(producer, 188);
    String closing = requestClosing(COMMUNITY, 202);
    JsonObject first = awaitClosing(closing, "CLOSED", 1);
    send(Feed.values(consumer, CONSUMPTION, 1, START, 5_000L));
    awaitClosing(closing, "CLOSED", 2);

    JsonObject list = inputs(closing, "?version=1&limit=10");
    assertThat(list.getString("inputsSha256"))
        .isEqualTo(first.getString("inputsSha256"))
        .isEqualTo(InputsByHand.version(list));
    // 95 · 3 000 + 8 000, and 92 · 3 000.
    assertDay(list, 0, 0, 293_000, InputsByHand.measured(consumed.subList(0, 96)));
    assertDay(list, 0, 1, 276_000, InputsByHand.measured(consumed.subList(96, 188)));
    assertDay(list, 1, 1, 92_000, InputsByHand.measured(Collections.nCopies(92, 1_000L)));

    JsonObject corrected = inputs(closing, "");
    assertThat(corrected.getInteger("version")).isEqualTo(2);
    assertThat(corrected.getString("inputsSha256")).isEqualTo(InputsByHand.version(corrected));
    consumed.set(0, 5_000L);
    assertDay(corrected, 0, 0, 295_000, InputsByHand.measured(consumed.subList(0, 96)));
    assertDay(corrected, 0, 1, 276_000, InputsByHand.measured(consumed.subList(96, 188)));

    assertPages(closing);
    operator()
        .get(path(closing, "?version=3"))
        .then()
        .statusCode(404)
        .body("code", equalTo("METERING-0160"));
  }

  private void assertPages(String closing) {
    JsonObject first = inputs(closing, "?limit=1");
    assertThat(first.getString("next")).isEqualTo(consumer);
    assertThat(InputsByHand.objects(first, "items")).hasSize(1);
    JsonObject second = inputs(closing, "?limit=1&cursor=" + consumer);
    assertThat(InputsByHand.objects(second, "items"))
        .extracting(item -> item.getString("accountingPoint"))
        .containsExactly(producer);
  }

  private static void assertDay(
      JsonObject list, int member, int day, long metered, String valuesSha256) {
    JsonObject found =
        InputsByHand.objects(InputsByHand.objects(list, "items").get(member), "days").get(day);
    assertThat(found.getLong("meteredMilliWattHours")).isEqualTo(metered);
    assertThat(found.getString("valuesSha256")).isEqualTo(valuesSha256);
  }

  private static JsonObject inputs(String closing, String query) {
    return new JsonObject(
        operator().get(path(closing, query)).then().statusCode(200).extract().asString());
  }

  private static String path(String closing, String query) {
    return "/v1/closings/" + closing + "/inputs" + query;
  }

  private void send(String body) {
    broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
  }
}
