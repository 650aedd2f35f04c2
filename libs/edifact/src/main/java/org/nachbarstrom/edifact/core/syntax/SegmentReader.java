package org.nachbarstrom.edifact.core.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads an EDIFACT interchange segment by segment from a stream.
 *
 * <p>The reader itself is the view of the current segment: {@link #next} overwrites it. Elements
 * are counted from 1 after the tag, components from 1 within their element, as people do; CONTRL
 * counts the tag as element 1. An element or component that was not sent is empty. Characters are
 * bytes of ISO 8859-1. A byte order mark, blanks between segments and line breaks anywhere are
 * skipped. Without UNA the {@linkplain ServiceCharacters#DEFAULT default characters} hold. Not safe
 * for use by several threads; does not close the stream.
 */
public final class SegmentReader {
  /** What {@link #next} found. */
  public enum Step {
    /** A segment. */
    SEGMENT,
    /** The end of the input, between segments. */
    END,
    /** Something that makes reading on impossible, see {@link #failure}. */
    FAILED
  }

  private static final int CHUNK = 1 << 16;
  private static final int UNA_LENGTH = 9;
  private static final byte[] UNA = {'U', 'N', 'A'};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final byte PLAIN = 0;
  private static final byte COMPONENT = 1;
  private static final byte ELEMENT = 2;
  private static final byte RELEASE = 3;
  private static final byte TERMINATOR = 4;
  private static final byte SKIPPED = 5;
  private static final byte INVALID = 6;

  private final InputStream in;
  private final SegmentLimits limits;
  private final byte[] buffer;
  private final byte[] kinds = new byte[256];
  private final int[] ends;
  private final int[] firstComponents;
  private int position;
  private int limit;
  private int segmentStart;
  private int components;
  private int elements;
  private int tag;
  private int invalidElement;
  private int invalidComponent;
  private boolean started;
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private SyntaxFailure failure = SyntaxFailure.UNTERMINATED;

  /** A reader of the stream with the given limits. */
  public SegmentReader(InputStream in, SegmentLimits limits) {
    this.in = in;
    this.limits = limits;
    this.buffer = new byte[limits.maxBytes() + CHUNK];
    this.ends = new int[limits.maxComponents() + 1];
    this.firstComponents = new int[limits.maxComponents() + 2];
  }

  /**
   * Reads the next segment.
   *
   * @throws IOException if the stream fails
   */
  public Step next() throws IOException {
    if (!started) {
      started = true;
      if (!begin()) {
        return fail(SyntaxFailure.SERVICE_CHARACTERS);
      }
    }
    return skipBlanks() ? scan() : Step.END;
  }

  /** Why the last {@link #next} answered {@link Step#FAILED}. */
  public SyntaxFailure failure() {
    return failure;
  }

  /** The service characters in force; known after the first {@link #next}. */
  public ServiceCharacters characters() {
    return characters;
  }

  /** The limits this reader holds segments to. */
  public SegmentLimits limits() {
    return limits;
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

  /**
   * Element with the first character that UNOC does not know, -1 if there is none; 0 is the tag.
   */
  public int invalidElement() {
    return invalidElement;
  }

  /** Component that belongs to {@link #invalidElement}. */
  public int invalidComponent() {
    return invalidComponent;
  }

  /** Length of a component in characters; 0 if it is empty or was not sent. */
  public int length(int element, int component) {
    int index = index(element, component);
    return index < 0 ? 0 : ends[index] - start(index);
  }

  /** Character {@code offset} (from 0) of a component as ISO 8859-1; within its length. */
  public byte byteAt(int element, int component, int offset) {
    return buffer[segmentStart + start(index(element, component)) + offset];
  }

  /** The component as text; empty if it was not sent. */
  public String text(int element, int component) {
    int index = index(element, component);
    if (index < 0) {
      return "";
    }
    int start = start(index);
    return new String(
        buffer, segmentStart + start, ends[index] - start, StandardCharsets.ISO_8859_1);
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

  private boolean begin() throws IOException {
    classify();
    fill(0);
    if (startsWith(BYTE_ORDER_MARK)) {
      position += BYTE_ORDER_MARK.length;
    }
    if (!skipBlanks()) {
      return true;
    }
    lookAhead();
    if (!startsWith(UNA)) {
      return true;
    }
    if (limit - position < UNA_LENGTH) {
      return false;
    }
    var announced =
        ServiceCharacters.of(
            buffer[position + 3],
            buffer[position + 4],
            buffer[position + 5],
            buffer[position + 6],
            buffer[position + 8]);
    announced.ifPresent(known -> characters = known);
    position += UNA_LENGTH;
    classify();
    return announced.isPresent();
  }

  /** Has enough bytes in the buffer to hold a UNA, if the input has them. */
  private void lookAhead() throws IOException {
    int kept = limit - position;
    if (kept < UNA_LENGTH) {
      System.arraycopy(buffer, position, buffer, 0, kept);
      fill(kept);
      position = 0;
    }
  }

  private boolean startsWith(byte[] start) {
    int end = position + start.length;
    return end <= limit && Arrays.equals(buffer, position, end, start, 0, start.length);
  }

  private void classify() {
    Arrays.fill(kinds, PLAIN);
    Arrays.fill(kinds, 0, ' ', INVALID);
    Arrays.fill(kinds, 0x7f, 0xa0, INVALID);
    kinds['\r'] = SKIPPED;
    kinds['\n'] = SKIPPED;
    kinds[characters.component() & 0xff] = COMPONENT;
    kinds[characters.element() & 0xff] = ELEMENT;
    kinds[characters.terminator() & 0xff] = TERMINATOR;
    if (characters.hasRelease()) {
      kinds[characters.release() & 0xff] = RELEASE;
    }
  }

  /** Moves to the next segment; false at the end of the input. */
  private boolean skipBlanks() throws IOException {
    while (true) {
      while (position < limit) {
        byte character = buffer[position];
        if (character != ' ' && character != '\t' && character != '\r' && character != '\n') {
          return true;
        }
        position++;
      }
      if (!fill(0)) {
        return false;
      }
    }
  }

  /**
   * Reads on behind the kept bytes at the start of the buffer; false at the end of the input. Waits
   * for enough bytes to recognise a UNA.
   */
  private boolean fill(int kept) throws IOException {
    position = kept;
    limit = kept;
    while (limit < kept + UNA_LENGTH + BYTE_ORDER_MARK.length) {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        break;
      }
      limit += count;
    }
    return limit > kept;
  }

  private Step scan() throws IOException {
    segmentStart = position;
    components = 0;
    elements = 0;
    firstComponents[0] = 0;
    invalidElement = -1;
    int write = position;
    boolean released = false;
    while (true) {
      if (position == limit) {
        write = refill(write);
        if (write < 0) {
          return Step.FAILED;
        }
      }
      byte character = buffer[position++];
      byte kind = kinds[character & 0xff];
      if (kind == PLAIN || (released && kind < SKIPPED)) {
        buffer[write++] = character;
        released = false;
      } else if (kind == TERMINATOR) {
        return finish(write - segmentStart);
      } else if (kind == RELEASE) {
        released = true;
      } else if (!handle(kind, write - segmentStart)) {
        return fail(SyntaxFailure.TOO_MANY_COMPONENTS);
      }
    }
  }

  /**
   * Moves what was read of the segment to the start of the buffer and reads on behind it; answers
   * where to write on, or -1 after a failure.
   */
  private int refill(int write) throws IOException {
    int kept = write - segmentStart;
    System.arraycopy(buffer, segmentStart, buffer, 0, kept);
    segmentStart = 0;
    if (kept > limits.maxBytes()) {
      failure = SyntaxFailure.TOO_LONG;
      return -1;
    }
    if (!fill(kept)) {
      failure = SyntaxFailure.UNTERMINATED;
      return -1;
    }
    return kept;
  }

  /** A separator or an invalid character; false if the segment has too many components. */
  private boolean handle(byte kind, int length) {
    if (kind == COMPONENT || kind == ELEMENT) {
      if (components == limits.maxComponents()) {
        return false;
      }
      ends[components++] = length;
      if (kind == ELEMENT) {
        firstComponents[++elements] = components;
      }
    } else if (kind == INVALID && invalidElement < 0) {
      invalidElement = elements;
      invalidComponent = components - firstComponents[elements] + 1;
    }
    return true;
  }

  private Step finish(int length) {
    if (length > limits.maxBytes()) {
      return fail(SyntaxFailure.TOO_LONG);
    }
    ends[components++] = length;
    firstComponents[++elements] = components;
    tag = readTag();
    return Step.SEGMENT;
  }

  private int readTag() {
    if (firstComponents[1] != 1 || ends[0] != 3) {
      return Tag.NONE;
    }
    int result = 0;
    for (int i = 0; i < 3; i++) {
      int character = buffer[segmentStart + i] & 0xff;
      boolean capital = character >= 'A' && character <= 'Z';
      if (!capital && (character < '0' || character > '9')) {
        return Tag.NONE;
      }
      result = (result << 8) | character;
    }
    return result;
  }

  private Step fail(SyntaxFailure reason) {
    failure = reason;
    return Step.FAILED;
  }
}
