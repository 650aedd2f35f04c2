package org.nachbarstrom.edifact.core.aperak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

class AperakReaderTest {
  private static final String PARTIES = "NAD+MS+9900000000011::293'NAD+MR+9900000000029::293'";
  private static final String HEAD =
      "BGM+313+D1'DTM+137:202611230800?+00:303'RFF+ACE:SYN1'DTM+171:202611220500?+00:303'";

  @Test
  void readsMessagesOfBothVersionsWithContactDataOfTheOlder() throws IOException {
    String contact = PARTIES.replace("'NAD+MR", "'CTA+IC+:Meier'COM+a@b.de:EM'NAD+MR");
    String older = message("1", "2.1i", HEAD + contact + "ERC+Z30'RFF+ACW:M1'RFF+AGO:DOC1'");
    String newer = message("2", "2.2", HEAD + PARTIES + "ERC+Z30'RFF+ACW:M2'RFF+AGO:DOC2'");
    List<AperakResult> read = read(older, newer);
    assertThat(read).allMatch(result -> result.findings().isEmpty());
    assertThat(read)
        .extracting(result -> result.message().orElseThrow().answered())
        .containsExactly(answered("DOC1", "M1"), answered("DOC2", "M2"));
    assertThat(read).extracting(result -> result.header().version()).containsExactly("2.1i", "2.2");
  }

  @Test
  void readsSeveralErrorsWithTheirTextsAndPlaces() throws IOException {
    String body =
        "ERC+Z35'FTX+ABO+++23.8976'RFF+ACW:M1'RFF+AGO:DOC1'FTX+AAO+++zu genau:mehr'"
            + "FTX+Z02+++Menge:QTY?+220?:23.8976'ERC+Z16'RFF+ACW:M1'RFF+Z08:9907654000006'";
    assertThat(errors(read(message("1", "2.2", HEAD + PARTIES + body))))
        .containsExactly(
            new AperakError(
                "Z35",
                List.of("23.8976"),
                List.of("zu genau", "mehr"),
                "Menge",
                "QTY+220:23.8976",
                ""),
            new AperakError("Z16", List.of(), List.of(), "", "", "9907654000006"));
  }

  @Test
  void putsASegmentTogetherWhoseSeparatorsWereNotReleased() throws IOException {
    String body = "ERC+Z35'RFF+ACW:M1'FTX+Z02+++Dokumentendatum:DTM?+137::303'";
    assertThat(errors(read(message("1", "2.2", HEAD + PARTIES + body))).getFirst().segmentText())
        .isEqualTo("DTM+137::303");
  }

  @Test
  void doesNotMindTheOrderOfTheHead() throws IOException {
    String body =
        PARTIES
            + "DTM+171:202611220500?+00:303'RFF+ACE:SYN1'DTM+137:202611230800?+00:303'BGM+313+D1'"
            + "ERC+Z10'RFF+AGO:DOC1'FTX+ABO+++5'RFF+ACW:M1'";
    List<AperakResult> read = read(message("1", "2.2", body));
    assertThat(read.getFirst().findings()).isEmpty();
    assertThat(read.getFirst().message())
        .hasValue(
            new AperakMessage(
                "D1",
                Instant.parse("2026-11-23T08:00:00Z"),
                false,
                answered("DOC1", "M1"),
                List.of(new AperakError("Z10", List.of("5"), List.of(), "", "", ""))));
  }

  @Test
  void readsTimesWithAnotherOffset() throws IOException {
    String body = HEAD.replace("202611220500?+00", "202611220600?+01") + PARTIES + "ERC+Z10'";
    assertThat(read(message("1", "2.2", body)).getFirst().message().orElseThrow().answered())
        .extracting(AnsweredMessage::preparedAt)
        .isEqualTo(Optional.of(Instant.parse("2026-11-22T05:00:00Z")));
  }

  @Test
  void namesWhatIsMissingAndKeepsWhatIsThere() throws IOException {
    AperakResult read = read(message("1", "2.2", "BGM+312+D1'RFF+ACE:SYN1'")).getFirst();
    assertThat(read.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "SEGMENT_MISSING at 1 DTM (segment 3): "
                + "the time of the message (DTM+137) is missing",
            "SEGMENT_MISSING at 1 DTM (segment 3): "
                + "the time of the answered interchange (DTM+171) is missing",
            "SEGMENT_MISSING at 1 NAD (segment 3): the sender (NAD+MS) is missing",
            "SEGMENT_MISSING at 1 NAD (segment 3): the recipient (NAD+MR) is missing");
    AperakMessage message = read.message().orElseThrow();
    assertThat(message.accepted()).isTrue();
    assertThat(message.answered().preparedAt()).isEmpty();
    // The time of UNB stands in for the missing one.
    assertThat(message.createdAt()).isEqualTo(Instant.parse("2026-11-22T05:00:00Z"));
  }

  @Test
  void saysNothingWhereAnswerOrAnsweredInterchangeIsNotKnown() throws IOException {
    for (String spoilt :
        List.of(
            HEAD.replace("BGM+313", "BGM+314"),
            HEAD.replace("BGM+313+D1'", ""),
            HEAD.replace("RFF+ACE:SYN1'", ""),
            HEAD.replace("RFF+ACE:SYN1'", "RFF+ACE'"))) {
      AperakResult read = read(message("1", "2.2", spoilt + PARTIES + "ERC+Z10'")).getFirst();
      assertThat(read.message()).isEmpty();
      assertThat(read.findings()).isNotEmpty();
    }
  }

  @Test
  void reportsWhatIsWrongWithItsPlace() throws IOException {
    String body =
        HEAD.replace("DTM+171:202611220500?+00:303", "DTM+171:202613220500?+00:303")
            + PARTIES.replace("MS+9900000000011", "MS+9900000000029")
            + "ERC+Z99'FTX+XXX+++a'RFF+ACW:M1'QTY+1'";
    AperakResult read = read(message("1", "2.2", body)).getFirst();
    assertThat(read.findings())
        .extracting(finding -> finding.code() + "@" + place(finding))
        .containsExactlyInAnyOrder(
            "FORMAT_VIOLATED@5.1.2",
            "PARTY_DIFFERS@6.2.1",
            "CODE_NOT_ALLOWED@8.1.1",
            "CODE_NOT_ALLOWED@9.1.1",
            "SEGMENT_UNEXPECTED@11.0.0",
            "SEGMENT_MISSING@7.0.0");
    assertThat(read.message().orElseThrow().errors().getFirst().text())
        .isEqualTo("unknown error Z99");
  }

  @Test
  void acknowledgementHasNoErrorsAndRefusalHasSome() throws IOException {
    String acknowledged = HEAD.replace("313", "312") + PARTIES + "ERC+Z10'RFF+ACW:M1'";
    AperakResult read = read(message("1", "2.2", acknowledged)).getFirst();
    assertThat(read.findings()).extracting(Finding::code).hasToString("[ITEM_NOT_ALLOWED]");
    assertThat(read.message().orElseThrow().errors()).isEmpty();
    read = read(message("1", "2.2", HEAD + PARTIES)).getFirst();
    assertThat(read.findings()).extracting(Finding::code).hasToString("[REQUIRED_ITEM_MISSING]");
    assertThat(read.message().orElseThrow().accepted()).isFalse();
  }

  @Test
  void readsOtherVersionsWithAFindingAndNoOtherTypes() throws IOException {
    AperakResult older = read(message("1", "2.1h", HEAD + PARTIES + "ERC+Z10'")).getFirst();
    assertThat(older.findings())
        .extracting(Finding::code)
        .hasToString("[MESSAGE_VERSION_UNSUPPORTED]");
    assertThat(older.message()).isPresent();
    String mscons = MsconsText.message("M1", List.of("BGM+Z48+DOC1+9"));
    AperakResult other = read(mscons).getFirst();
    assertThat(other.findings())
        .extracting(Finding::code)
        .hasToString("[MESSAGE_TYPE_NOT_IMPORTED]");
    assertThat(other.message()).isEmpty();
  }

  @Test
  void keepsABoundedNumberOfErrors() throws IOException {
    String body = HEAD + PARTIES + "ERC+Z10'RFF+ACW:M1'".repeat(10_002);
    AperakResult read = read(message("1", "2.2", body)).getFirst();
    assertThat(read.message().orElseThrow().errors()).hasSize(10_000);
    assertThat(read.findings()).extracting(Finding::code).hasToString("[REPETITION_EXCEEDED]");
  }

  private static String place(Finding finding) {
    return finding.position().segment()
        + "."
        + finding.position().element()
        + "."
        + finding.position().component();
  }

  private static AnsweredMessage answered(String documentNumber, String messageReference) {
    return new AnsweredMessage(
        "SYN1",
        Optional.of(Instant.parse("2026-11-22T05:00:00Z")),
        documentNumber,
        messageReference);
  }

  private static List<AperakError> errors(List<AperakResult> read) {
    assertThat(read.getFirst().findings()).isEmpty();
    return read.getFirst().message().orElseThrow().errors();
  }

  private static String message(String reference, String version, String body) {
    long segments = body.chars().filter(character -> character == '\'').count() + 2;
    return "UNH+%s+APERAK:D:07B:UN:%s'%sUNT+%d+%s'"
        .formatted(reference, version, body, segments, reference);
  }

  private static List<AperakResult> read(String... messages) throws IOException {
    List<AperakResult> read = new ArrayList<>();
    InterchangeResult result =
        AperakReader.read(
            MsconsText.stream(MsconsText.interchange(messages)), ReadOptions.DEFAULT, read::add);
    assertThat(result.findings()).isEmpty();
    assertThat(read).hasSize(messages.length);
    return read;
  }
}
