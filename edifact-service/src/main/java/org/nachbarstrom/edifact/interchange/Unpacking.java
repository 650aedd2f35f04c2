package org.nachbarstrom.edifact.interchange;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The text of a file: unpacked on the way if the file is gzip (RFC 1952), as it is if not. Stops
 * where the text exceeds a limit, so that a small file cannot occupy the service.
 */
final class Unpacking extends FilterInputStream {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long FREE_BYTES = 1 << 20;

  private final Counting packed;
  private final long maxBytes;
  private final int maxRatio;
  private long unpacked;

  private Unpacking(Counting packed, InputStream text, ReceiveSettings settings) {
    super(text);
    this.packed = packed;
    this.maxBytes = settings.maxUnpackedBytes();
    this.maxRatio = settings.maxUnpackRatio();
  }

  /** The text of a file; the caller closes it. */
  static InputStream open(ReceivedFile file, ReceiveSettings settings) throws IOException {
    InputStream raw = new BufferedInputStream(file.open(), BUFFER_BYTES);
    try {
      return packed(raw) ? unpack(raw, settings) : raw;
    } catch (IOException failed) {
      raw.close();
      throw failed;
    }
  }

  /** Whether the bytes begin as gzip does. */
  static boolean packed(InputStream raw) throws IOException {
    raw.mark(2);
    boolean magic = raw.read() == MAGIC_1 && raw.read() == MAGIC_2;
    raw.reset();
    return magic;
  }

  private static InputStream unpack(InputStream raw, ReceiveSettings settings) throws IOException {
    Counting counting = new Counting(raw);
    try {
      InputStream text = new GZIPInputStream(counting, BUFFER_BYTES);
      return new Unpacking(counting, text, settings);
    } catch (ZipException | EOFException broken) {
      throw broken(broken);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        unpacked += count;
        check();
      }
      return count;
    } catch (ZipException | EOFException broken) {
      throw broken(broken);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws NotUnpackedException {
    if (unpacked > maxBytes) {
      throw tooLarge("The file unpacks to more than %d bytes (max-unpacked-bytes).", maxBytes);
    }
    if (unpacked > FREE_BYTES && unpacked / maxRatio > packed.count) {
      throw tooLarge(
          "The file unpacks to more than %d times its size (max-unpack-ratio).", maxRatio);
    }
  }

  private static NotUnpackedException tooLarge(String text, Number limit) {
    return new NotUnpackedException(
        InterchangeRejection.UNPACKED_TOO_LARGE, text.formatted(limit), null);
  }

  private static NotUnpackedException broken(IOException cause) {
    return new NotUnpackedException(
        InterchangeRejection.BROKEN_COMPRESSION,
        "The file begins as gzip but cannot be unpacked: " + cause.getMessage() + ".",
        cause);
  }

  /** Counts the packed bytes that were taken. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int taken = super.read(buffer, offset, length);
      count += Math.max(0, taken);
      return taken;
    }
  }
}
