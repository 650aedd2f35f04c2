package org.nachbarstrom.edifact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks the structure of CONTRL and APERAK interchanges as their message descriptions have it:
 * order, repetitions, lengths, mandatory parts, counters, references. Shares nothing with reader
 * and writer.
 */
public final class AnswerStructure {
  private static final Pattern CONTRL =
      Pattern.compile("UNH UCI(?: UCM(?: UCS(?: UCD){0,99}+){0,999}+)*+ UNT");
  private static final Pattern ACKNOWLEDGEMENT =
      Pattern.compile("UNH BGM DTM:137 RFF:ACE DTM:171 RFF:AGO NAD:MS NAD:MR UNT");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "UNH BGM DTM:137 RFF:ACE DTM:171 NAD:MS NAD:MR"
              + "(?: ERC(?: FTX:ABO)?+ RFF:ACW(?: RFF:AGO)?+(?: FTX:AAO)?+(?: FTX:Z02)?+"
              + "(?: RFF:Z08)?+)++ UNT");

  /** Elements by +, components by comma; ! is mandatory, n numeric, the number the longest. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("UNB", "an4!,n1!+an35!,an4+an35!,an4+n6!,n4!+an14!"),
          Map.entry("UNH", "an14!+an6!,an1!,an3!,an2!,an6!"),
          Map.entry("UCI", "an14!+an35!,an3+an35!,an3+n1!+n2+an3+n3,n3"),
          Map.entry("UCM", "an14!+an6!,an1!,an3!,an2!,an6!+n1!+n2+an3+n3,n3"),
          Map.entry("UCS", "n6!+n2"),
          Map.entry("UCD", "n2!+n3!,n3"),
          Map.entry("BGM", "an3!+an35!"),
          Map.entry("DTM", "an3!,an15!,an3!"),
          Map.entry("RFF", "an3!,an70!"),
          Map.entry("NAD", "an3!+an35!,an0,an3!"),
          Map.entry("ERC", "an8!"),
          Map.entry("FTX", "an3!+an0+an0+an512!,an512,an512,an512,an512"),
          Map.entry("UNT", "n6!+an14!"),
          Map.entry("UNZ", "n6!+an14!"));

  private static final Map<String, Set<Integer>> CODES =
      Map.of(
          "UCI", Set.of(2, 7, 12, 13, 16, 20, 21, 23, 25, 26, 28, 29, 32),
          "UCM", Set.of(12, 13, 16, 21, 22, 26, 28, 29, 39),
          "UCS", Set.of(13, 15, 16, 22, 35, 36),
          "UCD", Set.of(12, 13, 16, 19, 21, 22, 37, 38, 39, 40));

  private static final Set<String> WITH_PLACE =
      Set.of("Z21", "Z29", "Z35", "Z38", "Z39", "Z40", "Z41");

  private AnswerStructure() {}

  /** Fails where an interchange is not as described; answers the segments of each message. */
  public static List<List<List<List<String>>>> check(byte[] interchange) {
    String text = new String(interchange, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("UNA:+.? '").endsWith("'");
    assertThat(text.chars()).allMatch(c -> (c >= ' ' && c < 0x7f) || c >= 0xa0);
    List<List<List<String>>> segments = split(text.substring(9));
    segments.forEach(AnswerStructure::checkFormat);
    List<List<List<List<String>>>> messages = messages(segments);
    messages.forEach(AnswerStructure::checkMessage);
    List<List<String>> header = segments.getFirst();
    List<List<String>> trailer = segments.getLast();
    assertThat(tag(header)).isEqualTo("UNB");
    assertThat(header.get(1)).containsExactly("UNOC", "3");
    assertThat(trailer)
        .isEqualTo(List.of(List.of("UNZ"), List.of("" + messages.size()), header.get(5)));
    return messages;
  }

  /** A component of a segment, element 0 is the tag, components from 1; empty if not there. */
  public static String at(List<List<String>> segment, int element, int component) {
    if (element >= segment.size() || component > segment.get(element).size()) {
      return "";
    }
    return segment.get(element).get(component - 1);
  }

  private static List<List<List<List<String>>>> messages(List<List<List<String>>> segments) {
    List<List<List<List<String>>>> messages = new ArrayList<>();
    for (List<List<String>> segment : segments.subList(1, segments.size() - 1)) {
      if (tag(segment).equals("UNH")) {
        messages.add(new ArrayList<>());
      }
      messages.getLast().add(segment);
    }
    return messages;
  }

  private static void checkMessage(List<List<List<String>>> message) {
    List<List<String>> header = message.getFirst();
    assertThat(message.getLast())
        .isEqualTo(List.of(List.of("UNT"), List.of("" + message.size()), header.get(1)));
    if (at(header, 2, 1).equals("CONTRL")) {
      assertThat(header.get(2)).containsExactly("CONTRL", "D", "3", "UN", "2.0b");
      checkContrl(message);
    } else {
      assertThat(header.get(2).subList(0, 4)).containsExactly("APERAK", "D", "07B", "UN");
      assertThat(at(header, 2, 5)).isIn("2.1i", "2.2");
      checkAperak(message);
    }
  }

  private static void checkContrl(List<List<List<String>>> message) {
    assertThat(String.join(" ", message.stream().map(AnswerStructure::tag).toList()))
        .matches(CONTRL);
    for (int i = 1; i < message.size() - 1; i++) {
      List<List<String>> segment = message.get(i);
      String next = tag(message.get(i + 1));
      switch (tag(segment)) {
        case "UCI" -> checkService(segment, 4, Set.of("UNA", "UNB", "UNZ"));
        case "UCM" -> {
          assertThat(at(segment, 3, 1)).isEqualTo("4");
          checkService(segment, 3, Set.of("UNH", "UNT"));
          assertThat(at(segment, 4, 1).isEmpty() && !next.equals("UCS")).isFalse();
        }
        case "UCS" -> {
          assertThat(at(segment, 2, 1).isEmpty()).isEqualTo(next.equals("UCD"));
          checkCode(segment, 2);
        }
        default -> checkCode(segment, 1);
      }
    }
  }

  private static void checkService(
      List<List<String>> segment, int action, Set<String> serviceSegments) {
    boolean coded = !at(segment, action + 1, 1).isEmpty();
    assertThat(at(segment, action + 2, 1).isEmpty()).isNotEqualTo(coded);
    if (coded) {
      assertThat(at(segment, action, 1)).isEqualTo("4");
      assertThat(serviceSegments).contains(at(segment, action + 2, 1));
    }
    checkCode(segment, action + 1);
  }

  private static void checkCode(List<List<String>> segment, int element) {
    String code = at(segment, element, 1);
    if (!code.isEmpty()) {
      assertThat(CODES.get(tag(segment))).as(tag(segment)).contains(Integer.valueOf(code));
    }
  }

  private static void checkAperak(List<List<List<String>>> message) {
    List<String> names = new ArrayList<>();
    Map<Integer, String> errors = new HashMap<>();
    int error = 0;
    Set<Integer> placed = new HashSet<>();
    for (List<List<String>> segment : message) {
      String name = tag(segment);
      boolean qualified = Set.of("DTM", "RFF", "NAD", "FTX").contains(name);
      names.add(qualified ? name + ":" + at(segment, 1, 1) : name);
      if (name.equals("ERC")) {
        errors.put(++error, at(segment, 1, 1));
      } else if (names.getLast().equals("FTX:Z02")) {
        placed.add(error);
      }
    }
    boolean acknowledged = at(message.get(1), 1, 1).equals("312");
    assertThat(String.join(" ", names)).matches(acknowledged ? ACKNOWLEDGEMENT : REFUSAL);
    errors.forEach((number, code) ->
        assertThat(placed.contains(number) || !WITH_PLACE.contains(code)).as(code).isTrue());
  }

  private static void checkFormat(List<List<String>> segment) {
    String format = FORMATS.get(tag(segment));
    assertThat(format).as(tag(segment)).isNotNull();
    String[] elements = Objects.requireNonNull(format).split("\\+", -1);
    assertThat(segment.size() - 1).as("%s", segment).isLessThanOrEqualTo(elements.length);
    for (int element = 1; element < segment.size(); element++) {
      String[] components = elements[element - 1].split(",", -1);
      assertThat(segment.get(element).size())
          .as("%s", segment)
          .isLessThanOrEqualTo(components.length);
    }
    for (int element = 1; element <= elements.length; element++) {
      String[] components = elements[element - 1].split(",", -1);
      boolean group = element < segment.size() && !at(segment, element, 1).isEmpty();
      for (int component = 1; component <= components.length; component++) {
        checkComponent(
            components[component - 1], at(segment, element, component), group || component == 1);
      }
    }
  }

  private static void checkComponent(String format, String value, boolean present) {
    boolean mandatory = format.endsWith("!");
    int max = Integer.parseInt(format.replaceAll("[a-z!]", ""));
    assertThat(value.length()).as(value).isLessThanOrEqualTo(max);
    if (mandatory && present) {
      assertThat(value).isNotEmpty();
    }
    if (format.startsWith("n")) {
      assertThat(value).matches("[0-9]*");
    }
  }

  private static List<List<List<String>>> split(String text) {
    List<List<List<String>>> segments = new ArrayList<>();
    List<List<String>> segment = new ArrayList<>(List.of(new ArrayList<>(List.of(""))));
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      List<String> element = segment.getLast();
      switch (character) {
        case '\'' -> {
          segments.add(segment);
          segment = new ArrayList<>(List.of(new ArrayList<>(List.of(""))));
        }
        case '+' -> segment.add(new ArrayList<>(List.of("")));
        case ':' -> element.add("");
        default -> {
          char literal = character == '?' ? text.charAt(++i) : character;
          element.set(element.size() - 1, element.getLast() + literal);
        }
      }
    }
    return segments;
  }

  private static String tag(List<List<String>> segment) {
    return segment.getFirst().getFirst();
  }
}
