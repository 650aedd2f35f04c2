package org.nachbarstrom.metering.upload;

/** The content of a file. */
public final class FileBytes {
  private final byte[] bytes;

  private FileBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes over the bytes; they must not be changed any more. */
  public static FileBytes of(byte[] bytes) {
    return new FileBytes(bytes);
  }

  /** The bytes, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}
