package org.nachbarstrom.edifact.core.mscons;

import java.util.List;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.quantities.MarketLocationId;

/**
 * Segments that the handbook judges alike: the same but for what tells messages apart. References
 * and document numbers have no rule but their length. Of locations, rules ask how long they are,
 * where letters stand, and whether a check digit holds.
 */
final class Alike {
  private static final int MAX_REFERENCE = 14;
  private static final int MAX_DOCUMENT = 35;

  private Alike() {}

  /** Whether as many segments are alike one by one. */
  static boolean all(List<Segment> judged, List<Segment> now) {
    if (judged.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < judged.size(); i++) {
      if (!same(judged.get(i), now.get(i)) && !alike(judged.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the same object, which is quickly told: segments that come again are. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(Segment judged, Segment now) {
    return judged == now;
  }

  private static boolean alike(Segment judged, Segment now) {
    if (!judged.tag().equals(now.tag())) {
      return false;
    }
    return switch (now.tag()) {
      case "UNH" -> differsOnlyAt(1, judged, now) && upTo(MAX_REFERENCE, judged, now, 1);
      case "BGM" -> differsOnlyAt(2, judged, now) && upTo(MAX_DOCUMENT, judged, now, 2);
      case "LOC" ->
          differsOnlyAt(2, judged, now) && sameLocation(judged.text(2, 1), now.text(2, 1));
      default -> judged.elements().equals(now.elements());
    };
  }

  /** Whether nothing differs but the element, which has one component. */
  private static boolean differsOnlyAt(int element, Segment judged, Segment now) {
    List<List<String>> before = judged.elements();
    List<List<String>> after = now.elements();
    if (before.size() != after.size() || after.size() < element) {
      return false;
    }
    for (int i = 0; i < after.size(); i++) {
      boolean free = i == element - 1 && before.get(i).size() == 1 && after.get(i).size() == 1;
      if (!free && !before.get(i).equals(after.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean upTo(int max, Segment judged, Segment now, int element) {
    return within(max, judged.text(element, 1)) && within(max, now.text(element, 1));
  }

  private static boolean within(int max, String text) {
    return !text.isEmpty() && text.length() <= max;
  }

  private static boolean sameLocation(String judged, String now) {
    if (judged.length() != now.length()) {
      return false;
    }
    for (int i = 0; i < now.length(); i++) {
      boolean digits = digit(judged.charAt(i)) && digit(now.charAt(i));
      if (!digits && judged.charAt(i) != now.charAt(i)) {
        return false;
      }
    }
    return marketLocation(judged) == marketLocation(now);
  }

  private static boolean digit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean marketLocation(String text) {
    return MarketLocationId.tryParse(text).isPresent();
  }
}
