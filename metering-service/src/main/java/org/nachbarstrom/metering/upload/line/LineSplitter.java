package org.nachbarstrom.metering.upload.line;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines of bounded length; of longer ones only the number is told. */
final class LineSplitter {
  /** Bytes that a line may have. */
  static final int LONGEST_LINE = 1 << 20;

  private static final int BUFFER = 1 << 16;
  private static final byte LINE_FEED = '\n';

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private byte[] line = new byte[BUFFER];
  private int length;
  private boolean tooLong;
  private long number;

  LineSplitter(InputStream source) {
    this.source = source;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int feed = at;
      while (feed < end && buffer[feed] != LINE_FEED) {
        feed++;
      }
      take(feed - at);
      at = feed + 1;
      if (feed < end) {
        number++;
        return true;
      }
      at = end;
    }
    number += any ? 1 : 0;
    return any;
  }

  private boolean fill() throws IOException {
    end = Math.max(0, source.read(buffer));
    at = 0;
    return end > 0;
  }

  private void take(int count) {
    if (tooLong || length + count > LONGEST_LINE) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST_LINE, Math.max(2 * line.length, length + count)));
    }
    System.arraycopy(buffer, at, line, length, count);
    length += count;
  }

  /** Number of the line, from 1. */
  long number() {
    return number;
  }

  /** Whether the line is longer than it may be; its bytes are not kept then. */
  boolean tooLong() {
    return tooLong;
  }

  /** The bytes of the line, valid up to {@link #length} and until the next one. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether nothing but white space is in it. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return !tooLong;
  }
}
