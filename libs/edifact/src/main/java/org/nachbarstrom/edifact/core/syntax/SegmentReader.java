package org.nachbarstrom.edifact.core.syntax;

import java.io.IOException;
import java.io.InputStream;
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
public final class SegmentReader extends SegmentView {
  /** What {@link #next} found. */
  public enum Step {
    /** A segment. */
    SEGMENT,
    /** The end of the input, between segments. */
    END,
    /** Something that makes reading on impossible, see {@link #failure}. */
    FAILED
  }

  private static final int FIRST_BYTES = 1 << 12;
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
  private static final byte EXHAUSTED = 7;

  private final InputStream in;
  private final SegmentLimits limits;
  private final byte[] kinds = new byte[256];
  private int position;
  private int limit;
  private int write;
  private int invalidElement;
  private int invalidComponent;
  private boolean started;
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private SyntaxFailure failure = SyntaxFailure.UNTERMINATED;

  /** A reader of the stream with the given limits. */
  public SegmentReader(InputStream in, SegmentLimits limits) {
    super(new byte[FIRST_BYTES], limits.maxComponents());
    this.in = in;
    this.limits = limits;
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

  /**
   * The bytes behind the current segment as far as they are in memory, from {@link #windowStart} to
   * before {@link #windowEnd}: for readers that know what mostly follows and recognise it as a
   * whole. Not to be changed; holds until {@link #next}.
   */
  public byte[] window() {
    return buffer;
  }

  /** Index of the first byte behind the current segment. */
  public int windowStart() {
    return position;
  }

  /** Index behind the last byte in memory. */
  public int windowEnd() {
    return limit;
  }

  /** Passes bytes of the window that make up whole segments; the next segment begins behind. */
  public void pass(int bytes) {
    position += bytes;
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

  private boolean startsWith(byte[] mark) {
    int end = position + mark.length;
    return end <= limit && Arrays.equals(buffer, position, end, mark, 0, mark.length);
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
    // An interchange that is larger than the first buffer gets one that holds any segment.
    boolean narrow = limit == buffer.length || 2 * kept > buffer.length;
    if (narrow && buffer.length == FIRST_BYTES) {
      buffer = Arrays.copyOf(buffer, limits.maxBytes() + CHUNK);
    }
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
    start = position;
    write = position;
    components = 0;
    elements = 0;
    firstComponents[0] = 0;
    invalidElement = -1;
    while (true) {
      byte kind = write == position ? passPlain() : copyPlain();
      switch (kind) {
        case TERMINATOR -> {
          return finish(write - start);
        }
        case EXHAUSTED -> {
          if (!refill()) {
            return Step.FAILED;
          }
        }
        default -> {
          if (!handle(kind)) {
            return Step.FAILED;
          }
        }
      }
    }
  }

  /**
   * Passes plain characters that stand where they are to stay, and the one behind them; answers its
   * kind.
   */
  private byte passPlain() {
    byte[] bytes = buffer;
    byte[] table = kinds;
    int end = limit;
    int read = position;
    while (read < end) {
      byte kind = table[bytes[read++] & 0xff];
      if (kind != PLAIN) {
        position = read;
        write = read - 1;
        return kind;
      }
    }
    position = read;
    write = read;
    return EXHAUSTED;
  }

  /** The same where skipped characters have left a hole: moves the plain ones together. */
  private byte copyPlain() {
    byte[] bytes = buffer;
    byte[] table = kinds;
    int end = limit;
    int read = position;
    int to = write;
    while (read < end) {
      byte character = bytes[read++];
      byte kind = table[character & 0xff];
      if (kind != PLAIN) {
        position = read;
        write = to;
        return kind;
      }
      bytes[to++] = character;
    }
    position = read;
    write = to;
    return EXHAUSTED;
  }

  /** A character with a meaning other than the terminator; false after a failure. */
  private boolean handle(byte kind) throws IOException {
    return switch (kind) {
      case COMPONENT, ELEMENT -> separate(kind);
      case RELEASE -> literal();
      case INVALID -> {
        invalid();
        yield true;
      }
      default -> true;
    };
  }

  private boolean separate(byte kind) {
    if (components == limits.maxComponents()) {
      failure = SyntaxFailure.TOO_MANY_COMPONENTS;
      return false;
    }
    ends[components++] = write - start;
    if (kind == ELEMENT) {
      firstComponents[++elements] = components;
    }
    return true;
  }

  /** Takes the next character literally, whatever it is; line breaks before it are skipped. */
  private boolean literal() throws IOException {
    while (true) {
      if (position == limit && !refill()) {
        return false;
      }
      byte character = buffer[position++];
      byte kind = kinds[character & 0xff];
      if (kind < SKIPPED) {
        buffer[write++] = character;
        return true;
      }
      if (kind == INVALID) {
        invalid();
      }
    }
  }

  private void invalid() {
    if (invalidElement < 0) {
      invalidElement = elements;
      invalidComponent = components - firstComponents[elements] + 1;
    }
  }

  /** Moves what was read of the segment to the start of the buffer and reads on behind it. */
  private boolean refill() throws IOException {
    int kept = write - start;
    System.arraycopy(buffer, start, buffer, 0, kept);
    start = 0;
    write = kept;
    if (kept > limits.maxBytes()) {
      failure = SyntaxFailure.TOO_LONG;
      return false;
    }
    if (!fill(kept)) {
      failure = SyntaxFailure.UNTERMINATED;
      return false;
    }
    return true;
  }

  private Step finish(int length) {
    if (length > limits.maxBytes()) {
      return fail(SyntaxFailure.TOO_LONG);
    }
    ends[components++] = length;
    firstComponents[++elements] = components;
    readTag();
    return Step.SEGMENT;
  }

  private Step fail(SyntaxFailure reason) {
    failure = reason;
    return Step.FAILED;
  }
}
