package org.nachbarstrom.edifact.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nachbarstrom.edifact.interchange.ReceivedFile;

/**
 * A claimed file, which nobody writes to any more.
 *
 * @param path where it lies
 */
record FolderFile(Path path, long sizeBytes, String sha256) implements ReceivedFile {

  /** Reads it once for its size and hash; blocks. */
  static FolderFile of(Path path) throws IOException {
    MessageDigest digest = sha256Digest();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      long size = Files.copy(path, sink);
      return new FolderFile(path, size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
