package org.nachbarstrom.edifact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes that CONTRL 2.0b and APERAK 2.2 allow, from their application handbooks. */
class FindingCodeTest {
  private static final Set<Integer> UCI = Set.of(2, 7, 12, 13, 16, 20, 21, 23, 25, 26, 28, 29, 32);
  private static final Set<Integer> UCM = Set.of(12, 13, 16, 21, 22, 26, 28, 29, 39);
  private static final Set<Integer> UCS = Set.of(13, 15, 16, 22, 35, 36);
  private static final Set<Integer> UCD = Set.of(12, 13, 16, 19, 21, 22, 37, 38, 39, 40);

  @Test
  void usesOnlyCodesThatTheAnswerAllows() {
    for (FindingCode code : FindingCode.values()) {
      switch (code.level()) {
        case INTERCHANGE -> assertThat(UCI).as(code.name()).contains(code.contrlCode());
        case MESSAGE ->
            assertThat(allowedInMessage(code)).as(code.name()).contains(code.contrlCode());
        case CONTENT -> assertThat(code.aperakCode()).as(code.name()).matches("Z[0-9]{2}");
      }
    }
  }

  private static Set<Integer> allowedInMessage(FindingCode code) {
    if (code.name().startsWith("MESSAGE_")) {
      return UCM;
    }
    return code.name().startsWith("SEGMENT_") ? UCS : UCD;
  }
}
