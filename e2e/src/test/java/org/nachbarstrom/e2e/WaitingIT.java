package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.suite.launch.Stage;

/** Whatever is missing, the run says so, and goes on by itself when it arrives. */
class WaitingIT {
  private static final String ASSIGNMENT = "'assignments':[{'%s':'%s','from':'2026-01-01'}]";

  @Test
  void waitsForAnUnknownMarketLocation() {
    Utility utility = new Utility(Installation.shared(), "no-location");
    String unknown = "50000000039";
    utility.declare(Lane.declaration());
    addMember(utility, unknown);
    utility.bringAccepted(
        Lane.values("LOC1").consumption(unknown, Lane.FIRST_DAY, Lane.END, "0.000"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    awaitReason(utility, closing, "UNKNOWN_ACCOUNTING_POINT", unknown);
    await()
        .atMost(Utility.PATIENCE)
        .until(() ->
            utility.api().list(Stage.METERING, "/v1/unassigned-series").stream()
                .anyMatch(series -> series.toString().contains(unknown)));

    utility.declare("parties: {cleo: {name: Cleo}}\n");
    put(utility, Stage.METERING, "/v1/accounting-points/", unknown, "'direction':'CONSUMPTION'");
    put(
        utility,
        Stage.PRICING,
        "/v1/contracts/",
        unknown,
        ASSIGNMENT.formatted("tariff", "household"));
    put(utility, Stage.SETTLEMENT, "/v1/payers/", unknown, ASSIGNMENT.formatted("party", "cleo"));
    utility.awaitCleared(closing, 1);
    // Cleo used nothing: two days of 0.35 EUR plus 19 %.
    assertThat(utility.balances()).containsEntry(unknown + "/cleo", -833_000L);
  }

  private static void addMember(Utility utility, String point) {
    ObjectNode community = utility.api().get(Stage.METERING, "/v1/communities/lane").deepCopy();
    community.retain(List.of("name", "zone", "keys", "members"));
    community
        .withArray("members")
        .addObject()
        .put("accountingPoint", point)
        .put("direction", "CONSUMPTION")
        .put("from", "2026-01-01");
    utility.api().put(Stage.METERING, "/v1/communities/lane", community);
  }

  private static void put(Utility utility, Stage stage, String path, String point, String fields) {
    utility.api().put(stage, path + point, Utility.json("{" + fields.replace("'", "\"") + "}"));
  }

  @Test
  void waitsForAGapInASeries() {
    Utility utility = new Utility(Installation.shared(), "gap");
    utility.declare(Lane.declaration());
    utility.bringAccepted(
        Mscons.interchange("GAP1", "2026-03-30T05:00:00Z")
            .consumption(Lane.ADA, Lane.FIRST_DAY, Lane.END, "0.100")
            .consumption(Lane.BEN, Lane.FIRST_DAY, "2026-03-29T20:00:00Z", "0.300")
            .generation(Lane.ROOF, Lane.FIRST_DAY, Lane.SECOND_DAY, "0.600")
            .generation(Lane.ROOF, Lane.SECOND_DAY, Lane.END, "0.200"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    JsonNode reason = awaitReason(utility, closing, "SERIES_GAP", Lane.BEN);
    assertThat(reason.path("start").asText()).isEqualTo("2026-03-29T20:00:00Z");
    assertThat(reason.path("end").asText()).isEqualTo(Lane.END);
    assertThat(reason.path("missing").asInt()).isEqualTo(8);

    utility.bringAccepted(
        Mscons.interchange("GAP2", "2026-03-30T06:00:00Z")
            .consumption(Lane.BEN, "2026-03-29T20:00:00Z", Lane.END, "0.300"));
    utility.awaitCleared(closing, 1);
    assertThat(utility.balances()).isEqualTo(Lane.balances("first_micro_euro"));
  }

  @Test
  void waitsForAPriceAndThenForAPayer() {
    Utility utility = new Utility(Installation.shared(), "no-price");
    String complete = Lane.declaration();
    String withoutPrice =
        complete.replace("      - {kind: SHARED_ENERGY, price: 11, from: 2026-01-01}\n", "");
    String withoutPayer = withoutPrice.replace(", party: ben", "");
    assertThat(withoutPayer).isNotEqualTo(withoutPrice).isNotEqualTo(complete);
    utility.declare(withoutPayer);
    utility.bringAccepted(Lane.values("PRICE1"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    await()
        .atMost(Utility.PATIENCE)
        .untilAsserted(() -> {
          JsonNode ratings = utility.api().get(Stage.PRICING, "/v1/ratings?closing=" + closing);
          assertThat(ratings.path("waiting").asInt()).isEqualTo(2);
          JsonNode reason = ratings.at("/items/0/waitingFor/0");
          assertThat(reason.path("code").asText()).isEqualTo("NO_PRICE");
          assertThat(reason.path("component").asText()).isEqualTo("SHARED_ENERGY");
          assertThat(reason.path("accountingPoint").asText()).isEqualTo(Lane.ROOF);
          assertThat(reason.path("day").asText()).isEqualTo(Lane.FROM);
        });

    utility.declare(complete.replace(", party: ben", ""));
    await()
        .atMost(Utility.PATIENCE)
        .untilAsserted(() -> {
          JsonNode run = utility.run(closing, 1).orElseThrow();
          assertThat(run.path("state").asText()).isEqualTo("WAITING");
          assertThat(run.at("/waitingFor/0/code").asText()).isEqualTo("NO_PAYER");
          assertThat(run.at("/waitingFor/0/accountingPoint").asText()).isEqualTo(Lane.BEN);
        });

    utility.declare(complete);
    utility.awaitCleared(closing, 1);
    assertThat(utility.balances()).isEqualTo(Lane.balances("first_micro_euro"));
  }

  private static JsonNode awaitReason(Utility utility, String closing, String code, String point) {
    await()
        .atMost(Utility.PATIENCE)
        .untilAsserted(() -> {
          JsonNode state = utility.closing(closing);
          assertThat(state.path("state").asText()).isEqualTo("WAITING");
          assertThat(state.path("waitingFor").valueStream())
              .anyMatch(reason ->
                  reason.path("code").asText().equals(code)
                      && reason.path("accountingPoint").asText().equals(point));
        });
    return utility
        .closing(closing)
        .path("waitingFor")
        .valueStream()
        .filter(reason -> reason.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
