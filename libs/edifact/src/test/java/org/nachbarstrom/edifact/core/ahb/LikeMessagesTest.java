package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;

/**
 * For each Prüfidentifikator and each change of its message: what is found does not depend on right
 * messages before it, of which a reader remembers what it judged.
 */
class LikeMessagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c"})
  void findsTheSameBehindRightMessagesAsAlone(String version) throws IOException {
    int refused = 0;
    for (Map.Entry<String, List<String>> each : ConformantMessages.all(version).entrySet()) {
      List<String> right = each.getValue().stream().map(LikeMessagesTest::plain).toList();
      Profile profile = Handbook.of(version).orElseThrow().profile(each.getKey()).orElseThrow();
      boolean gas = right.stream().anyMatch(segment -> segment.startsWith("NAD+MS+98"));
      for (List<String> changed : changes(right)) {
        MessageResult alone = last(profile, gas, List.of(changed));
        MessageResult behind = last(profile, gas, List.of(right, right, changed));
        assertThat(behind.toString()).as("%s", changed).isEqualTo(alone.toString());
        refused += alone instanceof MessageResult.Refused ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  /** Each segment left out, sent twice, and with each of its digits another one. */
  private static List<List<String>> changes(List<String> right) {
    List<List<String>> all = new ArrayList<>();
    for (int i = 1; i < right.size(); i++) {
      String segment = right.get(i);
      all.add(with(right, i, List.of()));
      all.add(with(right, i, List.of(segment, segment)));
      for (int at = 3; at < segment.length(); at++) {
        char character = segment.charAt(at);
        char other = Character.isDigit(character) ? (char) ('0' + (character - '0' + 1) % 10) : 'X';
        if (Character.isLetterOrDigit(character)) {
          all.add(
              with(
                  right, i, List.of(segment.substring(0, at) + other + segment.substring(at + 1))));
        }
      }
    }
    return all;
  }

  private static List<String> with(List<String> right, int index, List<String> instead) {
    List<String> changed = new ArrayList<>(right.subList(0, index));
    changed.addAll(instead);
    changed.addAll(right.subList(index + 1, right.size()));
    return changed;
  }

  private static MessageResult last(Profile profile, boolean gas, List<List<String>> messages)
      throws IOException {
    StringBuilder text = new StringBuilder(MsconsText.UNB);
    for (int i = 0; i < messages.size(); i++) {
      String reference = i == messages.size() - 1 ? "M9" : "M" + i;
      List<String> segments = messages.get(i);
      text.append("UNH+")
          .append(reference)
          .append("+MSCONS:D:04B:UN:")
          .append(profile.version())
          .append('\'');
      segments.subList(1, segments.size()).forEach(s -> text.append(s).append('\''));
      text.append("UNT+").append(segments.size() + 1).append('+').append(reference).append('\'');
    }
    text.append("UNZ+").append(messages.size()).append("+REF1'");
    String sent =
        text.toString().replace("++TL'", "++" + profile.applicationReferences().getFirst() + "'");
    if (gas) {
      sent = sent.replace("9900000000011:500", "9800000000013:502");
      sent = sent.replace("9900000000029:500", "9800000000021:502");
    }
    List<MessageResult> results = new ArrayList<>();
    MsconsReader.read(MsconsText.stream(sent), ReadOptions.DEFAULT, results::add);
    assertThat(results).hasSameSizeAs(messages);
    return results.getLast();
  }

  private static String plain(String segment) {
    return segment.startsWith("?") ? segment.substring(1) : segment;
  }
}
