package org.nachbarstrom.edifact.core.syntax;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Writes segments into a growing buffer: escapes what needs it, drops empty elements and components
 * at the end, puts no line breaks, creates no object per component. {@link #drainTo} empties the
 * buffer into a stream, so that a long interchange is never held as a whole.
 *
 * <p>Characters that UNOC does not have (outside ISO 8859-1, and control characters) become
 * question marks, so that free text can always be sent. Whoever writes identifiers or values must
 * refuse such text before, see {@link #writable}.
 *
 * <p>Not safe for use by several threads.
 */
public final class SegmentWriter {
  private static final int FIRST_CAPACITY = 512;
  private static final int DATE_LENGTH = 8;
  private static final int MINUTES_PER_DAY = 1440;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MAX_DIGITS = 19;
  private static final int MAX_DECIMALS = 18;
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;
  private static final byte REPLACEMENT = '?';

  private final ServiceCharacters characters;
  private final boolean[] service = new boolean[256];
  private final byte[] zone;
  private final byte[] date = new byte[DATE_LENGTH];
  private long dateEpochDay = Long.MIN_VALUE;
  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int length;
  private int pendingElements;
  private int pendingComponents;
  private int segments;

  /** A writer with these service characters; UNA is not written by itself. */
  public SegmentWriter(ServiceCharacters characters) {
    this.characters = characters;
    service[characters.component() & 0xff] = true;
    service[characters.element() & 0xff] = true;
    service[characters.terminator() & 0xff] = true;
    if (characters.hasRelease()) {
      service[characters.release() & 0xff] = true;
    }
    write("+00");
    zone = Arrays.copyOf(buffer, length);
    length = 0;
  }

  /** Whether the text can be sent as it is: ISO 8859-1 without control characters. */
  public static boolean writable(String text) {
    return text.chars().allMatch(SegmentWriter::known);
  }

  /** Writes UNA. */
  public SegmentWriter una() {
    writeRaw(characters.toUna());
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
    element();
    for (String text : components) {
      component(text);
    }
    return this;
  }

  /** Adds an element of one component, see {@link #element(String...)}. */
  public SegmentWriter element(String text) {
    return element().component(text);
  }

  /** Adds an element; its components follow one by one. */
  public SegmentWriter element() {
    pendingElements++;
    pendingComponents = 0;
    return this;
  }

  /**
   * Adds a component to the element.
   *
   * @throws IllegalArgumentException if it needs a release character and there is none
   */
  public SegmentWriter component(String text) {
    if (!text.isEmpty()) {
      separate();
      write(text);
    }
    pendingComponents++;
    return this;
  }

  /**
   * Adds a number as component: {@code unscaled} · 10^-{@code decimals}, all decimals written, with
   * the announced decimal mark.
   *
   * @param decimals number of decimals, 0 to 18
   */
  public SegmentWriter number(long unscaled, int decimals) {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException("decimals are 0 to 18, not " + decimals);
    }
    separate();
    reserve(MAX_DIGITS + 3);
    if (unscaled < 0) {
      buffer[length++] = '-';
    }
    // Negative, so that the smallest long has a counterpart.
    long rest = unscaled < 0 ? unscaled : -unscaled;
    int digits = Math.max(digits(rest), decimals + 1);
    int at = length + digits + (decimals > 0 ? 1 : 0);
    length = at;
    for (int i = 0; i < digits; i++) {
      if (i == decimals && decimals > 0) {
        buffer[--at] = characters.decimal();
      }
      buffer[--at] = (byte) ('0' - rest % 10);
      rest /= 10;
    }
    pendingComponents++;
    return this;
  }

  /** Adds a number as component, all its decimals written, with the announced decimal mark. */
  public SegmentWriter number(BigDecimal number) {
    return component(number.toPlainString().replace('.', (char) characters.decimal()));
  }

  /**
   * Adds a time of format 303 in UTC as component: CCYYMMDDHHMM+00. Seconds are dropped.
   *
   * @param epochSecond seconds since 1970-01-01T00:00Z, in the years 0 to 9999
   * @throws IllegalArgumentException if the year has not four digits
   */
  public SegmentWriter time(long epochSecond) {
    long minutes = Math.floorDiv(epochSecond, SECONDS_PER_MINUTE);
    long day = Math.floorDiv(minutes, MINUTES_PER_DAY);
    if (day != dateEpochDay) {
      useDay(day);
    }
    int minute = (int) (minutes - day * MINUTES_PER_DAY);
    separate();
    reserve(DATE_LENGTH + 4 + zone.length);
    byte[] out = buffer;
    System.arraycopy(date, 0, out, length, DATE_LENGTH);
    twoDigits(out, length + DATE_LENGTH, minute / 60);
    twoDigits(out, length + DATE_LENGTH + 2, minute % 60);
    System.arraycopy(zone, 0, out, length + DATE_LENGTH + 4, zone.length);
    length += DATE_LENGTH + 4 + zone.length;
    pendingComponents++;
    return this;
  }

  /** Ends the segment. */
  public SegmentWriter end() {
    reserve(1);
    buffer[length++] = characters.terminator();
    return this;
  }

  /** Segments begun since the beginning or the last {@link #clear}, without UNA. */
  public int segments() {
    return segments;
  }

  /** Bytes in the buffer. */
  public int size() {
    return length;
  }

  /** Everything written and not yet drained. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  /**
   * Moves what is in the buffer to a stream. The count of segments goes on.
   *
   * @throws IOException if the stream fails; the buffer keeps its bytes then
   */
  public void drainTo(OutputStream stream) throws IOException {
    stream.write(buffer, 0, length);
    length = 0;
  }

  /** Forgets what is in the buffer and counts segments from 0 again. */
  public void clear() {
    length = 0;
    segments = 0;
  }

  private void separate() {
    reserve(pendingElements + pendingComponents);
    for (; pendingElements > 0; pendingElements--) {
      buffer[length++] = characters.element();
    }
    for (; pendingComponents > 0; pendingComponents--) {
      buffer[length++] = characters.component();
    }
  }

  private void write(String text) {
    int count = text.length();
    reserve(2 * count);
    for (int i = 0; i < count; i++) {
      char character = text.charAt(i);
      byte one = (byte) character;
      if (!known(character)) {
        one = REPLACEMENT;
        if (Character.isHighSurrogate(character) && i + 1 < count) {
          i++;
        }
      }
      if (service[one & 0xff]) {
        if (!characters.hasRelease()) {
          throw new IllegalArgumentException("'" + text + "' needs a release character");
        }
        buffer[length++] = characters.release();
      }
      buffer[length++] = one;
    }
  }

  private static boolean known(int character) {
    return (character >= ' ' && character < 0x7f) || (character >= 0xa0 && character <= 0xff);
  }

  private void writeRaw(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void reserve(int more) {
    int needed = Math.addExact(length, more);
    if (needed > buffer.length) {
      buffer =
          Arrays.copyOf(buffer, Math.max(needed, (int) Math.min(2L * buffer.length, MAX_ARRAY)));
    }
  }

  private static int digits(long negative) {
    int digits = 1;
    for (long rest = negative / 10; rest != 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void useDay(long day) {
    LocalDate local = LocalDate.ofEpochDay(day);
    if (local.getYear() < 0 || local.getYear() > 9999) {
      throw new IllegalArgumentException("a year has four digits, not " + local.getYear());
    }
    twoDigits(date, 0, local.getYear() / 100);
    twoDigits(date, 2, local.getYear() % 100);
    twoDigits(date, 4, local.getMonthValue());
    twoDigits(date, 6, local.getDayOfMonth());
    dateEpochDay = day;
  }

  private static void twoDigits(byte[] out, int at, int value) {
    out[at] = (byte) ('0' + value / 10);
    out[at + 1] = (byte) ('0' + value % 10);
  }
}
