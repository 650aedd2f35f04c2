package org.nachbarstrom.edifact.channel.messaging;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nachbarstrom.edifact.interchange.ReceivedFile;

/** The body of a message, which the broker's client holds in memory anyway. */
final class MemoryFile implements ReceivedFile {
  private final byte[] bytes;
  private final String sha256;

  private MemoryFile(byte[] bytes, String sha256) {
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  static MemoryFile of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new MemoryFile(bytes, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public long sizeBytes() {
    return bytes.length;
  }

  @Override
  public String sha256() {
    return sha256;
  }
}
