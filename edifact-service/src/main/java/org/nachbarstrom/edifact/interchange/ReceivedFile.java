package org.nachbarstrom.edifact.interchange;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an interchange, which may be too many for the memory. */
public interface ReceivedFile {
  /**
   * Opens the bytes from their beginning; the caller closes them. May block.
   *
   * @throws IOException if they cannot be read
   */
  InputStream open() throws IOException;

  /** Number of bytes. */
  long sizeBytes();

  /** SHA-256 of the bytes as 64 hexadecimal digits in small letters. */
  String sha256();
}
