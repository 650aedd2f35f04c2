package org.nachbarstrom.edifact.core;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The structure check finds what it is there for. */
class AnswerStructureTest {
  private static final String UNB =
      "UNA:+.? 'UNB+UNOC:3+9900000000029:500+9900000000011:500+261122:0510+R1'";
  private static final String CONTRL =
      UNB
          + "UNH+1+CONTRL:D:3:UN:2.0b'UCI+SYN1+9900000000011:500+9900000000029:500+4'"
          + "UCM+M1+MSCONS:D:04B:UN:2.5+4'UCS+15'UCD+19+2:2'UNT+6+1'UNZ+1+R1'";
  private static final String APERAK =
      UNB
          + "UNH+1+APERAK:D:07B:UN:2.2'BGM+313+D1'DTM+137:202611230800?+00:303'RFF+ACE:SYN1'"
          + "DTM+171:202611220500?+00:303'NAD+MS+9900000000029::293'NAD+MR+9900000000011::293'"
          + "ERC+Z35'FTX+ABO+++5'RFF+ACW:M1'RFF+AGO:DOC1'FTX+Z02+++Menge:QTY?+220'"
          + "UNT+13+1'UNZ+1+R1'";

  @Test
  void takesWhatIsRight() {
    assertThatNoException().isThrownBy(() -> check(CONTRL));
    assertThatNoException().isThrownBy(() -> check(APERAK));
  }

  @Test
  void findsWhatIsWrongInAContrl() {
    for (List<String> change :
        List.of(
            List.of("UNT+6", "UNT+5"),
            List.of("UNT+6+1", "UNT+6+2"),
            List.of("UNZ+1+R1", "UNZ+2+R1"),
            List.of("UNZ+1+R1", "UNZ+1+R2"),
            List.of("UCS+15'", "UCS+15+15'"),
            List.of("UCD+19", "UCD+15"),
            List.of("UCD+19+2:2", "UCD+19"),
            List.of("UCD+19+2:2", "UCD+19+2:a"),
            List.of("UCM+M1", "UCM+M23456789012345"),
            List.of("UCM+M1", "UCM+"),
            List.of("2.5+4'", "2.5+4+12'"),
            List.of("2.5+4'", "2.5+4+19+UNH'"),
            List.of("2.5+4'", "2.5+4+12+UNB'"),
            List.of(":500+4'", ":500+4+15+UNZ'"),
            List.of(":500+4'", ":500+7+13+UNZ'"),
            List.of("UCS+15'UCD+19+2:2'UNT+6", "UNT+4"),
            List.of("MSCONS:D:04B:UN:2.5", "MSCONS:D:04B:UN"))) {
      refuses(CONTRL, change);
    }
  }

  @Test
  void findsWhatIsWrongInAnAperak() {
    for (List<String> change :
        List.of(
            List.of("BGM+313", "BGM+312"),
            List.of("FTX+Z02+++Menge:QTY?+220'UNT+13", "UNT+12"),
            List.of("FTX+ABO+++5'RFF+ACW:M1'", "RFF+ACW:M1'FTX+ABO+++5'"),
            List.of("RFF+ACW:M1'", ""),
            List.of("Menge", "M".repeat(513)),
            List.of("Menge", "M\u0085"),
            List.of("FTX+ABO+++5", "FTX+ABO+5"),
            List.of("::293'NAD+MR", "'NAD+MR"),
            List.of("DTM+171", "DTM+172"),
            List.of(":2.2'", ":2.3'"))) {
      refuses(APERAK, change);
    }
  }

  private static void refuses(String right, List<String> change) {
    String wrong = right.replace(change.get(0), change.get(1));
    assertThatExceptionOfType(AssertionError.class)
        .as(change.toString())
        .isThrownBy(() -> check(wrong));
  }

  private static void check(String interchange) {
    AnswerStructure.check(interchange.getBytes(StandardCharsets.ISO_8859_1));
  }
}
