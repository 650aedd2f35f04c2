package org.nachbarstrom.edifact.core.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.quantities.MarketPartnerCode;

class InterchangeFileNameTest {
  /** The example of the general rules. */
  private static final String EXAMPLE = "MSCONS_TL_9900123400007_4012345393651_20070131_B31.txt";

  private static final MarketPartnerCode SENDER = new MarketPartnerCode("9900000000011");
  private static final MarketPartnerCode RECIPIENT = new MarketPartnerCode("9900000000029");

  @Test
  void theDayIsThatOfUtc() {
    InterchangeEnvelope envelope =
        InterchangeEnvelope.mscons(
            ApplicationReference.TIME_SERIES,
            SENDER,
            RECIPIENT,
            Instant.parse("2026-10-31T23:30:00Z"));

    assertThat(InterchangeFileName.of(envelope, "SYN1"))
        .hasToString("MSCONS_TL_9900000000011_9900000000029_20261031_SYN1.txt");
  }

  @Test
  void withoutApplicationReferenceTwoUnderscoresStand() {
    InterchangeEnvelope envelope =
        new InterchangeEnvelope(
            "APERAK",
            ApplicationReference.NONE,
            SENDER,
            RECIPIENT,
            Instant.parse("2026-11-22T05:00:00Z"),
            false);

    String name = InterchangeFileName.of(envelope, "A1").toString();

    assertThat(name).isEqualTo("APERAK__9900000000011_9900000000029_20261122_A1.txt");
    assertThat(InterchangeFileName.tryParse(name).orElseThrow().applicationReference())
        .isEqualTo(ApplicationReference.NONE);
  }

  @Test
  void theConventionIsRead() {
    InterchangeFileName name =
        InterchangeFileName.tryParse(
                "MSCONS_EM_9900000000011_9900000000029_20261122_SYN00000000007.txt.gz")
            .orElseThrow();

    assertThat(name)
        .isEqualTo(
            new InterchangeFileName(
                "MSCONS",
                ApplicationReference.ENERGY_QUANTITIES,
                SENDER,
                RECIPIENT,
                LocalDate.of(2026, 11, 22),
                "SYN00000000007",
                true));
    assertThat(name)
        .hasToString("MSCONS_EM_9900000000011_9900000000029_20261122_SYN00000000007.txt.gz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MSCONS_TL_9900000000011_9900000000029_20261122_.txt",
        "MSCONS_9900000000011_9900000000029_20261122_A.txt",
        "MSCONS_XX_9900000000011_9900000000029_20261122_A.txt",
        "MSCONS_TL_9900000000012_9900000000029_20261122_A.txt",
        "MSCONS_TL_9900000000011_9900000000029_20260230_A.txt",
        "MSCONS_TL_9900000000011_9900000000029_20261122_a.txt",
        "MSCONS_TL_9900000000011_9900000000029_20261122_../A.txt",
        "MSCONS_TL_9900000000011_9900000000029_20261122_ABCDEFGHIJKLMNO.txt",
        "MSCONS_TL_9900000000011_9900000000029_20261122_A.zip",
        "MSCONS_TL_9900000000011_9900000000029_20261122_A.txt.gz.gz"
      })
  void anythingElseIsNoFileName(String name) {
    assertThat(InterchangeFileName.tryParse(name)).isEmpty();
  }

  @Test
  void theExampleOfTheRulesIsReadAndMade() {
    InterchangeFileName name = InterchangeFileName.tryParse(EXAMPLE).orElseThrow();

    assertThat(name.recipient()).isEqualTo(new MarketPartnerCode("4012345393651"));
    assertThat(name.createdOn()).isEqualTo(LocalDate.of(2007, 1, 31));
    assertThat(name).hasToString(EXAMPLE);
    assertThat(name.withCompression()).hasToString(EXAMPLE + ".gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lower", "A B", "../X", "ABCDEFGHIJKLMNO", "Ä"})
  void referencesAreShortDigitsAndCapitals(String reference) {
    InterchangeEnvelope envelope =
        InterchangeEnvelope.mscons(
            ApplicationReference.TIME_SERIES, SENDER, RECIPIENT, Instant.EPOCH);

    assertThatThrownBy(() -> InterchangeFileName.of(envelope, reference))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + reference + "'");
  }
}
