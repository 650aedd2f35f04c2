package org.nachbarstrom.edifact.core.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment copied out of a {@link SegmentView}: text, immutable, kept as long as needed.
 *
 * @param number its number in the message, UNH is 1; 0 outside messages
 * @param tag its tag, three characters
 * @param elements the components of each element after the tag, as sent and without release
 *     characters
 */
public record Segment(int number, String tag, List<List<String>> elements) {
  /** A segment. */
  public Segment {
    List<List<String>> copies = new ArrayList<>(elements.size());
    for (List<String> components : elements) {
      copies.add(List.copyOf(components));
    }
    elements = List.copyOf(copies);
  }

  /** The same segment as text. */
  public static Segment copyOf(SegmentView view, int number) {
    List<List<String>> elements = new ArrayList<>(view.elementCount());
    for (int element = 1; element <= view.elementCount(); element++) {
      String[] components = new String[view.componentCount(element)];
      for (int component = 1; component <= components.length; component++) {
        components[component - 1] = view.text(element, component);
      }
      elements.add(List.of(components));
    }
    return new Segment(number, Tag.text(view.tag()), elements);
  }

  /** A component, both counted from 1; empty if it was not sent. */
  public String text(int element, int component) {
    if (element > elements.size()) {
      return "";
    }
    List<String> components = elements.get(element - 1);
    return component > components.size() ? "" : components.get(component - 1);
  }

  /** The segment as it would be sent with the default characters, without its terminator. */
  public String raw() {
    SegmentWriter out = new SegmentWriter(ServiceCharacters.DEFAULT);
    out.segment(tag);
    elements.forEach(components -> out.element(components.toArray(String[]::new)));
    return new String(out.toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
