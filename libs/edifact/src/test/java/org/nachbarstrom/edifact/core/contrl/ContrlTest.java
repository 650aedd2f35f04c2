package org.nachbarstrom.edifact.core.contrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;

class ContrlTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String START =
      "UNA:+.? 'UNB+UNOC:3+9900000000029:500+9900000000011:500+261122:0510+CTR1'"
          + "UNH+1+CONTRL:D:3:UN:2.0b'UCI+REF1+9900000000011:500+9900000000029:500+4";

  @Test
  void namesTheElementOfTheTrailer() throws IOException {
    String bad = MsconsText.UNB + message() + "UNZ+2+REF1'";
    assertThat(contrl(bad)).isEqualTo(START + "+29+UNZ+2'UNT+3+1'UNZ+1+CTR1'");
    String renamed = MsconsText.UNB + message() + "UNZ+1+REF2'";
    assertThat(contrl(renamed)).isEqualTo(START + "+28+UNZ+3'UNT+3+1'UNZ+1+CTR1'");
    assertThat(contrl(MsconsText.UNB + message())).isEqualTo(START + "+13+UNZ'UNT+3+1'UNZ+1+CTR1'");
    assertThat(contrl(MsconsText.UNB + "UNZ+0+REF1'"))
        .isEqualTo(START + "+32+UNZ'UNT+3+1'UNZ+1+CTR1'");
  }

  @Test
  void namesTheElementOfTheHeader() throws IOException {
    String date = MsconsText.interchange(message()).replace("261122:0500", "269922:0500");
    assertThat(contrl(date)).isEqualTo(START + "+12+UNB+5'UNT+3+1'UNZ+1+CTR1'");
    String syntax = MsconsText.interchange(message()).replace("UNOC:3", "UNOC:4");
    assertThat(contrl(syntax)).isEqualTo(START + "+2+UNB+2:2'UNT+3+1'UNZ+1+CTR1'");
    String test = MsconsText.interchange(message()).replace("++TL'", "++TL++++1'");
    assertThat(contrl(test)).isEqualTo(START + "+25+UNB+12'UNT+3+1'UNZ+1+CTR1'");
  }

  @Test
  void namesMessageAndTrailer() throws IOException {
    String wrong = message().replace("UNT+17", "UNT+16");
    assertThat(contrl(MsconsText.interchange(message().replace("M1", "M0"), wrong)))
        .isEqualTo(START + "'UCM+M1+MSCONS:D:04B:UN:2.5+4+29+UNT+2'UNT+4+1'UNZ+1+CTR1'");
    String missing = message().replaceAll("UNT.*", "");
    assertThat(contrl(MsconsText.interchange(missing)))
        .isEqualTo(START + "'UCM+M1+MSCONS:D:04B:UN:2.5+4+13+UNT'UNT+4+1'UNZ+1+CTR1'");
  }

  @Test
  void namesSegmentElementAndComponent() throws IOException {
    // UNH is segment 1; behind eleven others follow LIN (12), PIA (13) and QTY (14).
    String decimal = message().replace("220:0.5", "220:0,5");
    assertThat(contrl(MsconsText.interchange(decimal)))
        .isEqualTo(START + "'UCM+M1+MSCONS:D:04B:UN:2.5+4'UCS+14'UCD+19+2:2'UNT+6+1'UNZ+1+CTR1'");
  }

  @Test
  void namesTheSegmentBehindWhichOneIsMissing() throws IOException {
    String missing = message().replace("LIN+1'", "").replace("UNT+17", "UNT+16");
    assertThat(contrl(MsconsText.interchange(missing)))
        .isEqualTo(START + "'UCM+M1+MSCONS:D:04B:UN:2.5+4'UCS+11+13'UNT+5+1'UNZ+1+CTR1'");
  }

  @Test
  void answersNeitherContrlNorContent() throws IOException {
    String control = MsconsText.UNB + "UNH+1+CONTRL:D:3:UN:2.0b'UCI+R+A+B+7'UNT+9+1'UNZ+1+REF1'";
    assertThat(read(control).syntaxValid()).isFalse();
    assertThat(read(control).contrlDue()).isFalse();
    assertThat(read(MsconsText.interchange(message().replace("0.5", "-1"))).contrlDue()).isFalse();
    assertThat(read("UNB+UNOC:3'").contrlDue()).isFalse();
  }

  @Test
  void escapesWhatItRepeats() throws IOException {
    String strange = MsconsText.UNB.replace("REF1", "R?+F?'1") + message() + "UNZ+1+X'";
    assertThat(contrl(strange)).contains("UCI+R?+F?'1+9900000000011:500+");
  }

  private static String message() {
    return MsconsText.message("M1", MsconsText.profile(NOON, "220:0.5"));
  }

  private static String contrl(String interchange) throws IOException {
    byte[] bytes = Contrl.refuse(read(interchange), "CTR1", Instant.parse("2026-11-22T05:10:00Z"));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static InterchangeResult read(String text) throws IOException {
    return MsconsReader.read(MsconsText.stream(text), ReadOptions.DEFAULT, message -> {});
  }
}
