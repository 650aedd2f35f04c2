package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CorrectionIT {

  @Test
  void booksOnlyTheDifferenceOfACorrectedDay() {
    Utility utility = new Utility(Installation.shared(), "corrected");
    utility.declare(Lane.declaration());
    utility.bringAccepted(Lane.values("CORR1"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    utility.awaitCleared(closing, 1);
    assertThat(utility.balances()).isEqualTo(Lane.balances("first_micro_euro"));

    utility.bringAccepted(Lane.correction("CORR2"));
    JsonNode run = utility.awaitCleared(closing, 2);

    JsonNode batch = utility.batch(run.path("batch").asText());
    assertThat(batch.path("reason").asText()).isEqualTo("DIFFERENCE");
    List<String> bookings =
        StreamSupport.stream(batch.path("bookings").spliterator(), false)
            .map(b ->
                "%s %s>%s %d %d"
                    .formatted(
                        b.path("component").asText(),
                        b.path("credit").asText(),
                        b.path("debit").asText(),
                        b.path("amountMicroEuro").asLong(),
                        b.path("energyMilliWattHours").asLong()))
            .toList();
    assertThat(bookings)
        .containsExactlyInAnyOrder(
            "MEASURED_FEED_IN GRID>50000000063/roof 0 18400000",
            "SHARED_ENERGY 50000000063/roof>50000000013/ada 506000 4600000",
            "SHARED_ENERGY 50000000063/roof>50000000021/ben 1518000 13800000",
            "RESIDUAL_ENERGY 50000000013/ada>GRID 1288000 4600000",
            "RESIDUAL_ENERGY 50000000021/ben>GRID 3864000 13800000",
            "VAT 50000000013/ada>GRID 244720 0",
            "VAT 50000000021/ben>GRID 734160 0");
    assertThat(utility.balances()).isEqualTo(Lane.balances("corrected_micro_euro"));
    utility.assertBooksAgree();
  }

  @Test
  void endsWhereAFreshRunWithTheFinalValuesEnds() {
    Utility utility = new Utility(Installation.shared(), "fresh");
    utility.declare(Lane.declaration());
    utility.bringAccepted(Lane.values("FRESH1"));
    utility.bringAccepted(Lane.correction("FRESH2"));
    // The road has no order: wait until the correction is known before closing.
    await()
        .atMost(Utility.PATIENCE)
        .until(() ->
            utility
                .csv(
                    org.nachbarstrom.suite.launch.Stage.METERING,
                    "/v1/communities/lane/allocation?from=2026-03-29&to=2026-03-30")
                .stream()
                .anyMatch(row -> row.contains(",0.400000,")));
    utility.awaitCleared(utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO), 1);
    assertThat(utility.balances()).isEqualTo(Lane.balances("corrected_micro_euro"));
    utility.assertBooksAgree();
  }

  @Test
  void changesNothingWhenTheSameValuesComeAgain() {
    Utility utility = new Utility(Installation.shared(), "resent");
    utility.declare(Lane.declaration());
    utility.bringAccepted(Lane.values("SENT1"));
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    utility.awaitCleared(closing, 1);
    assertThat(utility.bring(Lane.values("SENT1").text()).status()).isEqualTo(409);
    utility.bringAccepted(Lane.values("SENT2"));
    utility.bringAccepted(Lane.correction("SENT3"));
    utility.awaitCleared(closing, 2);
    assertThat(utility.closing(closing).path("version").asInt()).isEqualTo(2);
    assertThat(utility.balances()).isEqualTo(Lane.balances("corrected_micro_euro"));
  }
}
