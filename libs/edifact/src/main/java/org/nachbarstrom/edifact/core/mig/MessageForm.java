package org.nachbarstrom.edifact.core.mig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The message description of one version of MSCONS. Immutable. */
public final class MessageForm {
  private static final Map<String, MessageForm> KNOWN =
      Map.of("2.5", read("mscons-2.5.mig"), "2.4c", read("mscons-2.4c.mig"));

  private final Map<String, SegmentForm> segments = new HashMap<>();
  private final Map<String, Integer> repetitions = new HashMap<>();

  private MessageForm() {}

  /** The description of a version, for example 2.5; empty if it is not known. */
  public static Optional<MessageForm> of(String version) {
    return Optional.ofNullable(KNOWN.get(version));
  }

  private static MessageForm read(String resource) {
    MessageForm form = new MessageForm();
    try (InputStream in = MessageForm.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(form::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return form;
  }

  private void line(String line) {
    if (line.startsWith("max ")) {
      String[] words = line.split(" ", -1);
      repetitions.put(words[1] + " " + words[2], Integer.valueOf(words[3]));
    } else {
      SegmentForm segment = SegmentForm.parse(line);
      segments.put(segment.tag(), segment);
    }
  }

  /** The form of a segment; empty where messages have no such segment. */
  public Optional<SegmentForm> segment(String tag) {
    return Optional.ofNullable(segments.get(tag));
  }

  /**
   * How often a segment may come in its group.
   *
   * @param qualifier its qualifier
   * @return 0 if there is no limit
   */
  public int repetitions(String tag, String qualifier) {
    int ofTag = repetitions.getOrDefault(tag + " -", 1);
    return repetitions.getOrDefault(tag + " " + qualifier, ofTag);
  }

  /**
   * Where a data element stands in a segment.
   *
   * @return element and component, both from 1
   * @throws IllegalArgumentException if the segment does not have it
   */
  public int[] place(String tag, String name) {
    List<List<ElementForm>> elements = elements(tag);
    for (int element = 1; element <= elements.size(); element++) {
      List<ElementForm> components = elements.get(element - 1);
      for (int component = 1; component <= components.size(); component++) {
        if (components.get(component - 1).name().equals(name)) {
          return new int[] {element, component};
        }
      }
    }
    throw new IllegalArgumentException(tag + " has no element " + name);
  }

  private List<List<ElementForm>> elements(String tag) {
    SegmentForm form = segments.get(tag);
    return form == null ? List.of() : form.elements();
  }
}
