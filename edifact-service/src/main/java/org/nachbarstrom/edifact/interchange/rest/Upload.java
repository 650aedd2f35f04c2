package org.nachbarstrom.edifact.interchange.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nachbarstrom.edifact.interchange.ReceivedFile;

/**
 * A request body in a temporary file.
 *
 * @param path the file
 */
record Upload(Path path, long sizeBytes, String sha256) implements ReceivedFile {

  /** Copies the body into a temporary file; blocks until all of it has arrived. */
  static Upload of(InputStream body) throws IOException {
    MessageDigest digest = sha256Digest();
    Path path = Files.createTempFile("interchange", ".edi");
    try (OutputStream out = Files.newOutputStream(path)) {
      long size = new DigestInputStream(body, digest).transferTo(out);
      return new Upload(path, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException broken) {
      Files.deleteIfExists(path);
      throw broken;
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
