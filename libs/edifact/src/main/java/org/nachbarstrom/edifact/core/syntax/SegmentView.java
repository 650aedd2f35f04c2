package org.nachbarstrom.edifact.core.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A segment as bytes. Elements are counted from 1 after the tag, components from 1 within their
 * element. An element or component that was not sent is empty.
 */
public abstract sealed class SegmentView permits SegmentReader, SegmentCopy {
  byte[] buffer;
  int[] ends;
  int[] firstComponents;
  int start;
  int components;
  int elements;
  int tag;

  SegmentView(byte[] buffer, int maxComponents) {
    this.buffer = buffer;
    this.ends = new int[maxComponents + 1];
    this.firstComponents = new int[maxComponents + 2];
  }

  /** The tag as in {@link Tag}; {@link Tag#NONE} where it is not three capitals or digits. */
  public int tag() {
    return tag;
  }

  /** Number of elements after the tag. */
  public int elementCount() {
    return elements - 1;
  }

  /** Number of components of an element; 0 if it was not sent. */
  public int componentCount(int element) {
    return element < elements ? firstComponents[element + 1] - firstComponents[element] : 0;
  }

  /** Length of a component in characters; 0 if it is empty or was not sent. */
  public int length(int element, int component) {
    int index = index(element, component);
    return index < 0 ? 0 : ends[index] - start(index);
  }

  /** Character {@code offset} (from 0) of a component as ISO 8859-1; within its length. */
  public byte byteAt(int element, int component, int offset) {
    return buffer[start(element, component) + offset];
  }

  /** The component as text; empty if it was not sent. */
  public String text(int element, int component) {
    int index = index(element, component);
    if (index < 0) {
      return "";
    }
    int from = start(index);
    return new String(buffer, start + from, ends[index] - from, StandardCharsets.ISO_8859_1);
  }

  /**
   * The characters of a component of up to eight characters, the last in the lowest byte; 0 if it
   * is empty, -1 if it is longer. Compare with {@link #code}.
   */
  public long code(int element, int component) {
    int length = length(element, component);
    if (length > Long.BYTES) {
      return -1;
    }
    long code = 0;
    for (int i = 0; i < length; i++) {
      code = (code << 8) | (byteAt(element, component, i) & 0xff);
    }
    return code;
  }

  /**
   * A constant to compare {@link #code(int, int)} with.
   *
   * @throws IllegalArgumentException if the text is longer than eight characters
   */
  public static long code(String text) {
    if (text.length() > Long.BYTES) {
      throw new IllegalArgumentException("a code has at most 8 characters: " + text);
    }
    long code = 0;
    for (int i = 0; i < text.length(); i++) {
      code = (code << 8) | (text.charAt(i) & 0xff);
    }
    return code;
  }

  /**
   * All bytes, to read a component in place from {@link #start(int, int)} on. Not to be changed.
   */
  public byte[] bytes() {
    return buffer;
  }

  /** Index in {@link #bytes} of a component that was sent. */
  public int start(int element, int component) {
    return start + start(index(element, component));
  }

  /** Number of components over all elements, the tag included. */
  public int totalComponents() {
    return components;
  }

  /** Takes over another segment. */
  final void copy(SegmentView other) {
    tag = other.tag;
    elements = other.elements;
    components = other.components;
    int length = other.ends[components - 1];
    if (buffer.length < length) {
      buffer = new byte[length];
    }
    if (ends.length < components) {
      ends = new int[components];
      firstComponents = new int[components + 1];
    }
    System.arraycopy(other.buffer, other.start, buffer, 0, length);
    System.arraycopy(other.ends, 0, ends, 0, components);
    System.arraycopy(other.firstComponents, 0, firstComponents, 0, elements + 1);
  }

  /** Whether another segment is the same: tag, elements and components. */
  public final boolean sameAs(SegmentView other) {
    if (elements != other.elements || components != other.components) {
      return false;
    }
    int length = ends[components - 1];
    return Arrays.equals(ends, 0, components, other.ends, 0, components)
        && Arrays.equals(firstComponents, 0, elements + 1, other.firstComponents, 0, elements + 1)
        && Arrays.equals(
            buffer, start, start + length, other.buffer, other.start, other.start + length);
  }

  /** Reads the tag out of the first element. */
  final void readTag() {
    tag = Tag.NONE;
    if (firstComponents[1] == 1 && ends[0] == 3) {
      int first = buffer[start];
      int second = buffer[start + 1];
      int third = buffer[start + 2];
      if (tagCharacter(first) && tagCharacter(second) && tagCharacter(third)) {
        tag = first << 16 | second << 8 | third;
      }
    }
  }

  private static boolean tagCharacter(int character) {
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
  }

  private int index(int element, int component) {
    if (element >= elements) {
      return -1;
    }
    int index = firstComponents[element] + component - 1;
    return index < firstComponents[element + 1] ? index : -1;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
