package org.nachbarstrom.edifact.core.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes segments: escapes what needs it, drops empty elements and components at the end, puts no
 * line breaks. Characters that ISO 8859-1 does not have become question marks.
 */
public final class SegmentWriter {
  private final ServiceCharacters characters;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int pendingElements;
  private int segments;

  /** A writer with these service characters; UNA is not written by itself. */
  public SegmentWriter(ServiceCharacters characters) {
    this.characters = characters;
  }

  /** Writes UNA. */
  public SegmentWriter una() {
    out.writeBytes(characters.toUna());
    return this;
  }

  /** Begins a segment. */
  public SegmentWriter segment(String tag) {
    write(tag);
    pendingElements = 0;
    segments++;
    return this;
  }

  /**
   * Adds an element of the given components; none or only empty ones make an empty element.
   *
   * @throws IllegalArgumentException if a component needs a release character and there is none
   */
  public SegmentWriter element(String... components) {
    pendingElements++;
    int last = components.length;
    while (last > 0 && components[last - 1].isEmpty()) {
      last--;
    }
    if (last == 0) {
      return this;
    }
    for (; pendingElements > 0; pendingElements--) {
      out.write(characters.element());
    }
    for (int i = 0; i < last; i++) {
      if (i > 0) {
        out.write(characters.component());
      }
      write(components[i]);
    }
    return this;
  }

  /** Ends the segment. */
  public SegmentWriter end() {
    out.write(characters.terminator());
    return this;
  }

  /** Segments begun so far, without UNA. */
  public int segments() {
    return segments;
  }

  /** Everything written so far. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  private void write(String text) {
    for (byte character : text.getBytes(StandardCharsets.ISO_8859_1)) {
      if (isService(character)) {
        if (!characters.hasRelease()) {
          throw new IllegalArgumentException("'" + text + "' needs a release character");
        }
        out.write(characters.release());
      }
      out.write(character);
    }
  }

  private boolean isService(byte character) {
    return character == characters.component()
        || character == characters.element()
        || character == characters.terminator()
        || (characters.hasRelease() && character == characters.release());
  }
}
