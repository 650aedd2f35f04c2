package org.nachbarstrom.edifact.core.mscons;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes compared several at once. */
final class PlainBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int QUANTITY = four("QTY+");
  private static final int LINE = four("LIN+");
  private static final int TRAILER = four("UNT+");

  private PlainBytes() {}

  /** Eight bytes as {@link #eight(String)} gives them. */
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Four bytes as {@link #four(String)} gives them. */
  static int four(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  /** Eight characters as a number. */
  static long eight(String text) {
    return eight(text.getBytes(StandardCharsets.ISO_8859_1), 0);
  }

  /** Four characters as a number. */
  static int four(String text) {
    return four(text.getBytes(StandardCharsets.ISO_8859_1), 0);
  }

  /** Where the line breaks from here on end; at most {@code end}. */
  static int skipBreaks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }

  /** Whether a segment follows that begins another value, another line or ends the message. */
  static boolean valueEnds(byte[] bytes, int at, int end) {
    if (at + Integer.BYTES > end) {
      return false;
    }
    int tag = four(bytes, at);
    return tag == QUANTITY || tag == LINE || tag == TRAILER;
  }

  /** Whether QTY follows. */
  static boolean quantityFollows(byte[] bytes, int at, int end) {
    return at + Integer.BYTES <= end && four(bytes, at) == QUANTITY;
  }

  /** Where the value ends if exactly these segments follow and then no more of it; else -1. */
  static int behindStatuses(byte[][] segments, byte[] bytes, int from, int end) {
    int at = skipBreaks(bytes, from, end);
    for (byte[] segment : segments) {
      int behind = at + segment.length;
      if (behind > end || !Arrays.equals(segment, 0, segment.length, bytes, at, behind)) {
        return -1;
      }
      at = skipBreaks(bytes, behind, end);
    }
    return valueEnds(bytes, at, end) ? at : -1;
  }
}
