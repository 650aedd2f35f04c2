package org.nachbarstrom.edifact.core.aperak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

class AperakWriterTest {
  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant PREPARED = Instant.parse("2026-11-22T05:00:00Z");
  private static final String START =
      "UNA:+.? 'UNB+UNOC:3+9900000000029:500+9900000000011:500+261123:0800+A1'";
  private static final String HEAD =
      "DTM+137:202611230800?+00:303'RFF+ACE:REF1'DTM+171:202611220500?+00:303'";
  private static final String PARTIES = "NAD+MS+9900000000029::293'NAD+MR+9900000000011::293'";

  @Test
  void answersEachMessageOfAnInterchangeInOneInterchangeWithRightCounters() {
    byte[] written =
        writer()
            .add(AperakMessage.acknowledge(answered("DOC1", ""), "D1", AT))
            .add(refusal(answered("DOC2", "M2"), error("Z30", "", "")))
            .add(AperakMessage.acknowledge(answered("DOC3", ""), "D3", AT))
            .finish();
    assertThat(text(written))
        .isEqualTo(
            START
                + "UNH+1+APERAK:D:07B:UN:2.2'BGM+312+D1'"
                + HEAD
                + "RFF+AGO:DOC1'"
                + PARTIES
                + "UNT+9+1'UNH+2+APERAK:D:07B:UN:2.2'BGM+313+D2'"
                + HEAD
                + PARTIES
                + "ERC+Z30'RFF+ACW:M2'RFF+AGO:DOC2'UNT+11+2'"
                + "UNH+3+APERAK:D:07B:UN:2.2'BGM+312+D3'"
                + HEAD
                + "RFF+AGO:DOC3'"
                + PARTIES
                + "UNT+9+3'UNZ+3+A1'");
    assertThat(AnswerStructure.check(written)).hasSize(3);
  }

  @Test
  void namesTheFaultySegmentEscapedAsTheHandbookShowsIt() {
    // Example of the APERAK application handbook 1.1, 2.1.2.3: DTM+137 without its value.
    AperakError error =
        new AperakError(
            "Z35", List.of(), List.of("no time"), "Dokumentendatum", "DTM+137::303", "");
    byte[] written = writer().add(refusal(answered("DOC2", "M2"), error)).finish();
    assertThat(text(written))
        .contains(
            "ERC+Z35'RFF+ACW:M2'RFF+AGO:DOC2'FTX+AAO+++no time'"
                + "FTX+Z02+++Dokumentendatum:DTM?+137?:?:303'UNT+13+1'");
    AnswerStructure.check(written);
  }

  @Test
  void namesTheNextGridOperatorAndBothEndsOfAnInterval() {
    AperakError moved =
        new AperakError("Z16", List.of("51238696781"), List.of(), "", "", "9907654000006");
    AperakError interval =
        new AperakError(
            "Z34",
            List.of("DTM+163:201010310215?+00:303", "DTM+164:201010310200?+00:303"),
            List.of(),
            "",
            "",
            "");
    byte[] written = writer().add(refusal(answered("", "M2"), moved, interval)).finish();
    assertThat(text(written))
        .contains(
            "ERC+Z16'FTX+ABO+++51238696781'RFF+ACW:M2'RFF+Z08:9907654000006'"
                + "ERC+Z34'FTX+ABO+++DTM?+163?:201010310215???+00?:303"
                + ":DTM?+164?:201010310200???+00?:303'RFF+ACW:M2'UNT");
    AnswerStructure.check(written);
  }

  @Test
  void takesTheVersionInForceWhenTheMessageIsMade() {
    Instant last = Instant.parse("2026-09-30T21:59:59Z");
    byte[] written =
        writer()
            .add(AperakMessage.acknowledge(answered("DOC1", ""), "D1", last))
            .add(AperakMessage.acknowledge(answered("DOC2", ""), "D2", last.plusSeconds(1)))
            .finish();
    assertThat(text(written))
        .contains("UNH+1+APERAK:D:07B:UN:2.1i'BGM+312+D1'DTM+137:202609302159?+00:303'")
        .contains("UNH+2+APERAK:D:07B:UN:2.2'BGM+312+D2'DTM+137:202609302200?+00:303'");
    AnswerStructure.check(written);
  }

  @Test
  void cutsTextsAndReplacesWhatUnocCannotCarry() {
    AperakError error =
        new AperakError(
            "Z39",
            List.of("x".repeat(600)),
            List.of("Wert „1 – 2“ ≤ 5 € …", "Łódź\nÄÖÜß"),
            "N".repeat(513),
            "y".repeat(513),
            "");
    byte[] written = writer().add(refusal(answered("D".repeat(80), "M2"), error)).finish();
    assertThat(text(written))
        .contains("FTX+ABO+++" + "x".repeat(512) + "'")
        .contains("RFF+AGO:" + "D".repeat(70) + "'")
        .contains("FTX+AAO+++Wert \"1 - 2\" <= 5 EUR ...:?ódz ÄÖÜß'".replace(":?", ":??"))
        .contains("FTX+Z02+++" + "N".repeat(512) + ":" + "y".repeat(512) + "'");
    AnswerStructure.check(written);
  }

  @Test
  void namesTheAgencyOfEachParty() {
    assertThat(parties("4012345000023", "14", "9870000000009", "502"))
        .isEqualTo("NAD+MS+9870000000009::332'NAD+MR+4012345000023::9'");
    assertThat(parties("9900000000011", "", "4012345000023", "ZZ"))
        .isEqualTo("NAD+MS+4012345000023::9'NAD+MR+9900000000011::293'");
  }

  @Test
  void refusesWhatIsNoWholeAperak() {
    AnsweredMessage unnamed = new AnsweredMessage("", Optional.of(PREPARED), "DOC1", "M1");
    AnsweredMessage timeless = new AnsweredMessage("REF1", Optional.empty(), "DOC1", "M1");
    for (AnsweredMessage answered : List.of(unnamed, timeless)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer().add(AperakMessage.acknowledge(answered, "D1", AT)));
    }
    AnsweredMessage right = answered("DOC1", "M1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer().add(AperakMessage.acknowledge(right, " ", AT)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer().add(new AperakMessage("D1", AT, false, right, List.of())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AperakMessage.refuse(right, "D1", AT, List.of()));
    assertThatIllegalStateException().isThrownBy(() -> writer().finish());
  }

  @Test
  void staysWithinTheRepetitionsOfErrors() {
    List<AperakError> errors = Collections.nCopies(100_001, error("Z30", "", ""));
    byte[] written =
        writer().add(new AperakMessage("D1", AT, false, answered("DOC1", "M1"), errors)).finish();
    // 99 999 errors of three segments each behind eight others, and UNT.
    assertThat(text(written)).contains("'UNT+300005+1'UNZ+1+A1'");
  }

  private static String parties(
      String sender, String senderQualifier, String recipient, String recipientQualifier) {
    InterchangeHeader header =
        new InterchangeHeader(
            sender,
            senderQualifier,
            recipient,
            recipientQualifier,
            Optional.of(PREPARED),
            "REF1",
            "TL");
    String text =
        text(
            new AperakWriter(header, "A1", AT)
                .add(AperakMessage.acknowledge(answered("DOC1", ""), "D1", AT))
                .finish());
    return text.substring(text.indexOf("NAD+MS"), text.indexOf("UNT+"));
  }

  private static AperakError error(String code, String name, String segment) {
    return new AperakError(code, List.of(), List.of(), name, segment, "");
  }

  private static AperakMessage refusal(AnsweredMessage answered, AperakError... errors) {
    return new AperakMessage("D2", AT, false, answered, List.of(errors));
  }

  private static AnsweredMessage answered(String documentNumber, String messageReference) {
    return new AnsweredMessage("REF1", Optional.of(PREPARED), documentNumber, messageReference);
  }

  private static AperakWriter writer() {
    InterchangeHeader header =
        new InterchangeHeader(
            "9900000000011", "500", "9900000000029", "500", Optional.of(PREPARED), "REF1", "TL");
    return new AperakWriter(header, "A1", AT);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
