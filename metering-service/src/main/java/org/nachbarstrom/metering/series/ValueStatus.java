package org.nachbarstrom.metering.series;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the sender says about a value beside its quality: codes of the MSCONS message description
 * (STS). What was not sent is empty.
 *
 * @param plausibility hints (Z33, Plausibilisierungshinweis), up to four, in the order sent
 * @param substitutionMethod how a substitute was formed (Z32), for example Z92 interpolation
 * @param correctionReason why an earlier value is replaced (Z34)
 * @param substitutionReason why a substitute was needed (Z40)
 * @param basis what an energy quantity rests on (10, Messklassifizierung), up to two
 */
public record ValueStatus(
    List<String> plausibility,
    String substitutionMethod,
    String correctionReason,
    String substitutionReason,
    List<String> basis) {
  /** Nothing was said. */
  public static final ValueStatus NONE = new ValueStatus(List.of(), "", "", "", List.of());

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,3}");
  private static final int MOST_HINTS = 4;
  private static final int MOST_BASES = 2;
  private static final String HINT = "Z33";
  private static final String METHOD = "Z32";
  private static final String CORRECTION = "Z34";
  private static final String SUBSTITUTION = "Z40";
  private static final String BASIS = "10";

  /**
   * A status.
   *
   * @throws IllegalArgumentException if a code is not made of one to three digits and capitals, or
   *     there are too many
   */
  public ValueStatus {
    plausibility = List.copyOf(plausibility);
    basis = List.copyOf(basis);
    List<String> codes = new ArrayList<>(plausibility);
    codes.addAll(basis);
    for (String code : List.of(substitutionMethod, correctionReason, substitutionReason)) {
      if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    if (plausibility.size() > MOST_HINTS
        || basis.size() > MOST_BASES
        || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
      throw new IllegalArgumentException("no status: " + codes);
    }
  }

  /** The status of a substitute. */
  public static ValueStatus substitute(String method, String reason) {
    return new ValueStatus(List.of(), method, "", reason, List.of());
  }

  /** One line to keep it by: {@code qualifier:code} parted by blanks; empty for no status. */
  public String text() {
    List<String> words = new ArrayList<>();
    plausibility.forEach(code -> add(words, HINT, code));
    add(words, METHOD, substitutionMethod);
    add(words, CORRECTION, correctionReason);
    add(words, SUBSTITUTION, substitutionReason);
    basis.forEach(code -> add(words, BASIS, code));
    return String.join(" ", words);
  }

  private static void add(List<String> words, String qualifier, String code) {
    if (!code.isEmpty()) {
      words.add(qualifier + ":" + code);
    }
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ValueStatus parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    List<String> words = List.of(text.split(" ", -1));
    return new ValueStatus(
        codes(words, HINT),
        String.join("", codes(words, METHOD)),
        String.join("", codes(words, CORRECTION)),
        String.join("", codes(words, SUBSTITUTION)),
        codes(words, BASIS));
  }

  private static List<String> codes(List<String> words, String qualifier) {
    String prefix = qualifier + ":";
    return words.stream()
        .filter(word -> word.startsWith(prefix))
        .map(word -> word.substring(prefix.length()))
        .toList();
  }
}
