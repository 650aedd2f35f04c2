package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.interchange.InterchangeLimits;
import org.nachbarstrom.edifact.core.interchange.MemoryTarget;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.quantities.MarketPartnerCode;

class HeadRefusalTest {
  private static final MsconsHead HEAD = Written.head(MsconsKind.CANCELLATION);

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T21:59:00Z, 2.4c",
    "2026-09-30T22:00:00Z, 2.5",
    "2026-01-01T00:00:00Z, 2.4c",
    "2026-11-22T05:00:00Z, 2.5"
  })
  void theVersionFollowsFromTheTime(Instant at, String version) {
    MsconsHead head = MsconsKind.CANCELLATION.head("D1", at, Written.SENDER, Written.RECIPIENT);

    assertThat(head.version()).isEqualTo(version);
    assertThat(text(WriteOptions.DEFAULT, head)).contains("+MSCONS:D:04B:UN:" + version + "'");
  }

  @Test
  void theVersionCanBeChosen() {
    assertThat(text(WriteOptions.DEFAULT, HEAD.withVersion("2.4c")))
        .contains("MSCONS:D:04B:UN:2.4c'");
    assertThat(refused(HEAD.withVersion("2.3a")))
        .containsExactly(FindingCode.MESSAGE_VERSION_UNSUPPORTED);
  }

  @Test
  void contactsAreSentInVersion24cOnly() {
    WriteOptions options =
        WriteOptions.DEFAULT.withContact(
            new SenderContact(
                "Messwerte: Nord", Optional.of("+4930123456"), Optional.of("m@example.org")));

    assertThat(text(options, HEAD.withVersion("2.4c")))
        .contains(
            "NAD+MS+9900000000011::293'CTA+IC+:Messwerte?: Nord'COM+?+4930123456:TE'"
                + "COM+m@example.org:EM'NAD+MR+");
    assertThat(text(options, HEAD)).doesNotContain("CTA", "COM");
  }

  @Test
  void contactsHaveTheirForm() {
    Optional<String> none = Optional.empty();

    assertThatThrownBy(() -> new SenderContact("A", none, none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SenderContact("A", Optional.of("030 123"), none))
        .hasMessageContaining("030 123");
    assertThatThrownBy(() -> new SenderContact("A", none, Optional.of("nobody")))
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> new SenderContact("A".repeat(36), Optional.of("+49"), none))
        .hasMessageContaining("35");
    assertThatThrownBy(() -> new SenderContact("5 €", Optional.of("+49"), none))
        .hasMessageContaining("ISO 8859-1");
  }

  @Test
  void documentNumbersHaveUpTo35Characters() {
    assertThat(refused(numbered("D".repeat(35)))).isEmpty();
    assertThat(refused(numbered("D".repeat(36)))).containsExactly(FindingCode.ELEMENT_TOO_LONG);
    assertThat(refused(numbered(""))).containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    assertThat(refused(numbered("D€"))).containsExactly(FindingCode.CHARACTER_INVALID);
  }

  @Test
  void referencesHaveUpTo70Characters() {
    assertThat(refused(new Cancellation(HEAD, "D".repeat(70)))).isEmpty();
    assertThat(refused(new Cancellation(HEAD, "D".repeat(71))))
        .containsExactly(FindingCode.ELEMENT_TOO_LONG);
    assertThat(refused(new Cancellation(HEAD, "")))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void aCancellationRefersToWhatItCancelsOnly() {
    assertThat(refused(new Cancellation(HEAD.withReference("ACW", "DOC2"), "DOC2"))).isEmpty();
    assertThat(refused(new Cancellation(HEAD.withReference("ACW", "DOC3"), "DOC2")))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(refused(HEAD.withReference("AGI", "ORDER")))
        .containsExactly(FindingCode.ITEM_NOT_ALLOWED);
  }

  @Test
  void cancellationsAreOfTheKindOfDocumentTheyCancel() {
    for (String kind : List.of("7", "270", "Z27", "Z28", "Z41", "Z42", "Z85")) {
      assertThat(text(WriteOptions.DEFAULT, HEAD.withDocumentKind(kind)))
          .contains("BGM+" + kind + "+DOC1+1'");
    }
    assertThat(refused(HEAD.withDocumentKind("Z48"))).containsExactly(FindingCode.CODE_NOT_ALLOWED);
  }

  @Test
  void cancellationsAreSentAsQuantitiesOrReadings() {
    Cancellation cancellation = new Cancellation(HEAD, "DOC0");

    assertThat(Written.refused(WriteOptions.DEFAULT, ApplicationReference.READINGS, cancellation))
        .isEmpty();
    assertThat(
            Written.refused(WriteOptions.DEFAULT, ApplicationReference.TIME_SERIES, cancellation))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
  }

  @Test
  void partiesAreThoseOfTheInterchange() throws IOException {
    MarketPartnerCode other = new MarketPartnerCode("9900000000037");
    InterchangeEnvelope envelope =
        InterchangeEnvelope.mscons(
            ApplicationReference.ENERGY_QUANTITIES, Written.SENDER, other, Written.NOW);

    assertThat(refused(envelope)).containsExactly(FindingCode.PARTY_DIFFERS);
  }

  @Test
  void partiesBelongToOneSector() {
    MsconsHead mixed =
        MsconsKind.CANCELLATION.head("D1", Written.NOW, Written.SENDER, Written.GAS_RECIPIENT);
    MsconsHead gas =
        MsconsKind.CANCELLATION.head("D1", Written.NOW, Written.GAS_SENDER, Written.GAS_RECIPIENT);

    assertThat(refused(mixed)).containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(refused(gas)).isEmpty();
    assertThat(text(WriteOptions.DEFAULT, gas)).contains("NAD+MS+9800000000013::332'");
  }

  @Test
  void aMessageIsMadeBeforeItsInterchangeAndByTheMinute() throws IOException {
    InterchangeEnvelope earlier =
        InterchangeEnvelope.mscons(
            ApplicationReference.ENERGY_QUANTITIES,
            Written.SENDER,
            Written.RECIPIENT,
            Written.NOW.minusSeconds(1));
    MsconsHead seconds =
        new MsconsHead(
            "2.5",
            "13006",
            "7",
            "D1",
            Written.NOW.minusSeconds(1),
            Written.SENDER,
            Written.RECIPIENT,
            List.of());

    assertThat(refused(earlier)).containsExactly(FindingCode.TIME_IMPLAUSIBLE);
    assertThat(refused(seconds)).containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(
            MsconsKind.CANCELLATION
                .head("D1", Written.NOW.plusSeconds(59), Written.SENDER, Written.RECIPIENT)
                .messageTime())
        .isEqualTo(Written.NOW);
  }

  @Test
  void otherKindsAreNotWritten() {
    MsconsHead other =
        new MsconsHead(
            "2.5", "13003", "BK", "D1", Written.NOW, Written.SENDER, Written.RECIPIENT, List.of());

    assertThat(refused(other)).containsExactly(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED);
    assertThat(refused(Written.head(MsconsKind.ENERGY_QUANTITY)))
        .containsExactly(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED);
  }

  @Test
  void aMessageLargerThanAnInterchangeIsLeftOut() throws IOException {
    WriteOptions options = WriteOptions.DEFAULT.withLimits(new InterchangeLimits(200, 9));
    InterchangeEnvelope envelope = Written.envelope(HEAD, ApplicationReference.ENERGY_QUANTITIES);
    try (MsconsWriter writer =
        new MsconsWriter(envelope, Written.references(), options, new MemoryTarget())) {
      assertThat(writer.add(new Cancellation(HEAD, "DOC0")))
          .isInstanceOf(WriteOutcome.TooLarge.class);
      assertThat(writer.finish()).isEmpty();
    }
  }

  private static MsconsHead numbered(String document) {
    return MsconsKind.CANCELLATION.head(document, Written.NOW, Written.SENDER, Written.RECIPIENT);
  }

  private static List<FindingCode> refused(MsconsHead head) {
    return refused(new Cancellation(head, "DOC0"));
  }

  private static List<FindingCode> refused(Cancellation cancellation) {
    return Written.refused(
        WriteOptions.DEFAULT, ApplicationReference.ENERGY_QUANTITIES, cancellation);
  }

  private static List<FindingCode> refused(InterchangeEnvelope envelope) throws IOException {
    try (MsconsWriter writer =
        new MsconsWriter(
            envelope, Written.references(), WriteOptions.DEFAULT, new MemoryTarget())) {
      return switch (writer.add(new Cancellation(HEAD, "DOC0"))) {
        case WriteOutcome.Refused refused ->
            refused.findings().stream().map(finding -> finding.code()).toList();
        case WriteOutcome.Written written -> List.of();
        case WriteOutcome.TooLarge tooLarge -> throw new AssertionError(tooLarge);
      };
    }
  }

  private static String text(WriteOptions options, MsconsHead head) {
    return new String(
        Written.bytes(
            options, ApplicationReference.ENERGY_QUANTITIES, new Cancellation(head, "DOC0")),
        StandardCharsets.ISO_8859_1);
  }
}
