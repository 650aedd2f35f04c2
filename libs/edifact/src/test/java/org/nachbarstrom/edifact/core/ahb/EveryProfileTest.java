package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each Prüfidentifikator: the conformant message passes, each spoilt one has one finding. */
class EveryProfileTest {
  private static final Set<String> STRUCTURE = Set.of("UNH", "UNS");

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void acceptsAConformantMessageOfEachProfile(String version) {
    assertThat(ConformantMessages.all(version)).hasSize(25);
    ConformantMessages.all(version)
        .forEach((identifier, segments) ->
            assertThat(check(segments)).as(version + " " + identifier).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void missesEachSegmentThatMustBeThere(String version) {
    ConformantMessages.all(version)
        .forEach((identifier, segments) -> {
          for (int i = 1; i < segments.size(); i++) {
            String segment = segments.get(i);
            String tag = segment.substring(0, 3);
            if (mayBeDropped(segment)) {
              assertThat(check(without(segments, i)))
                  .as(version + " " + identifier + " without " + segment)
                  .singleElement()
                  .asString()
                  .startsWith("REQUIRED_ITEM_MISSING ")
                  .contains(" " + tag + " after ");
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void doesWithoutEachSegmentThatNeedNotBeThere(String version) {
    ConformantMessages.all(version)
        .forEach((identifier, segments) -> {
          for (int i = 1; i < segments.size(); i++) {
            // the two STS+10 stand together, and DTM+164 wants its DTM+163
            boolean together = segments.get(i).startsWith("?STS+10") || identifier.equals("13027");
            if (segments.get(i).startsWith("?") && !together) {
              assertThat(check(without(segments, i)))
                  .as(version + " " + identifier + " without " + segments.get(i))
                  .isEmpty();
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void namesEachQualifierThatIsNotKnown(String version) {
    ConformantMessages.all(version)
        .forEach((identifier, segments) -> {
          for (int i = 1; i < segments.size(); i++) {
            String segment = plain(segments.get(i));
            // in 13027 an end of a period needs its beginning
            boolean begin = identifier.equals("13027") && segment.startsWith("DTM+163");
            if (!begin && !Set.of("LIN", "RFF+Z13").contains(start(segment))) {
              List<String> spoilt = new ArrayList<>(segments);
              spoilt.set(i, withQualifier(segment));
              assertThat(check(spoilt))
                  .as(version + " " + identifier + " " + withQualifier(segment))
                  .containsExactly("CODE_NOT_ALLOWED " + withQualifier(segment) + " @1.1");
            }
          }
        });
  }

  private static String start(String segment) {
    return segment.startsWith("RFF") ? segment.substring(0, 7) : segment.substring(0, 3);
  }

  private static String withQualifier(String segment) {
    String unknown = segment.startsWith("UNS") ? "X" : "XXX";
    int end = 4;
    while (end < segment.length() && segment.charAt(end) != '+' && segment.charAt(end) != ':') {
      end++;
    }
    return segment.substring(0, 4) + unknown + segment.substring(end);
  }

  private static boolean mayBeDropped(String segment) {
    return !segment.startsWith("?")
        && !STRUCTURE.contains(segment.substring(0, 3))
        && !segment.startsWith("RFF+Z13");
  }

  /** Without a segment; a value goes as a whole. */
  private static List<String> without(List<String> segments, int index) {
    List<String> rest = new ArrayList<>(segments);
    if (segments.get(index).startsWith("QTY")) {
      return rest.subList(0, index);
    }
    rest.remove(index);
    return rest;
  }

  private static String plain(String segment) {
    return segment.startsWith("?") ? segment.substring(1) : segment;
  }

  private static List<String> check(List<String> segments) {
    StringBuilder text = new StringBuilder();
    segments.forEach(segment -> text.append(plain(segment)).append('\''));
    return CheckRun.create().check(text.toString());
  }

  /** Exists so that a message without findings is no accident: all 25 are in both versions. */
  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void knowsTheSameProfilesAsTheFixtures(String version) {
    Map<String, List<String>> messages = ConformantMessages.all(version);
    assertThat(Handbook.of(version).orElseThrow().profiles())
        .extracting(Profile::checkIdentifier)
        .containsExactlyInAnyOrderElementsOf(messages.keySet());
  }
}
