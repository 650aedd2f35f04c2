package org.nachbarstrom.edifact.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An interchange taken apart by hand, character by character, without any class of the library, and
 * its counters and references recounted.
 */
public final class PlainInterchange {
  private static final String UNA = "UNA:+.? '";

  private final List<String> segments;

  private PlainInterchange(List<String> segments) {
    this.segments = segments;
  }

  /** Splits it and checks its service segments. */
  public static PlainInterchange check(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith(UNA).endsWith("'");
    PlainInterchange interchange = new PlainInterchange(split(text.substring(UNA.length()), '\''));
    interchange.checkCounters();
    return interchange;
  }

  /** All segments behind UNA as they stand there, without terminators. */
  public List<String> segments() {
    return segments;
  }

  /** A component without release characters, counted from 1; the tag is element 0. */
  public static String component(String segment, int element, int component) {
    List<String> elements = split(segment + "+", '+');
    if (element >= elements.size()) {
      return "";
    }
    List<String> components = split(elements.get(element) + ":", ':');
    return component > components.size() ? "" : plain(components.get(component - 1));
  }

  private void checkCounters() {
    String unb = segments.getFirst();
    String unz = segments.getLast();
    assertThat(unb).startsWith("UNB+UNOC:3+");
    assertThat(component(unz, 0, 1)).isEqualTo("UNZ");
    assertThat(component(unz, 2, 1)).isEqualTo(component(unb, 5, 1)).isNotEmpty();
    Set<String> references = new HashSet<>();
    int messages = 0;
    int begin = -1;
    for (int i = 1; i < segments.size() - 1; i++) {
      String segment = segments.get(i);
      if (segment.startsWith("UNH+")) {
        assertThat(begin).isEqualTo(-1);
        begin = i;
        messages++;
        assertThat(references.add(component(segment, 1, 1))).isTrue();
      }
      assertThat(begin).as("segment %s is in a message", segment).isPositive();
      if (segment.startsWith("UNT+")) {
        assertThat(component(segment, 1, 1)).isEqualTo(Integer.toString(i - begin + 1));
        assertThat(component(segment, 2, 1)).isEqualTo(component(segments.get(begin), 1, 1));
        begin = -1;
      }
    }
    assertThat(begin).isEqualTo(-1);
    assertThat(component(unz, 1, 1)).isEqualTo(Integer.toString(messages));
  }

  /** Splits behind each separator that is not released; the text ends with one. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '?') {
        part.append(character).append(text.charAt(++i));
      } else if (character == separator) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(character);
      }
    }
    assertThat(part).as("after the last %s", separator).isEmpty();
    return parts;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      plain.append(text.charAt(i) == '?' ? text.charAt(++i) : text.charAt(i));
    }
    return plain.toString();
  }
}
