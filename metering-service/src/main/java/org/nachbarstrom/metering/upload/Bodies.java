package org.nachbarstrom.metering.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.nachbarstrom.support.problem.ProblemException;

/** Bodies of uploads as streams: unpacked, bounded and hashed while they are read. */
public final class Bodies {
  /** Bytes that an unpacked body may have. */
  public static final long LARGEST_BODY = 512L << 20;

  private static final int BUFFER = 1 << 16;

  private Bodies() {}

  /** Unpacks a body that may be gzip. */
  static InputStream unpacked(InputStream body, boolean gzip) throws IOException {
    try {
      return new Bounded(gzip ? new GZIPInputStream(body, BUFFER) : body);
    } catch (ZipException noGzip) {
      throw new ProblemException(
          UploadRejection.UNREADABLE_FILE, "The body is not gzip as its Content-Encoding says.");
    }
  }

  /** A hash that begins with what is said about the content. */
  static MessageDigest hash(Upload.Head head, String mapping) {
    MessageDigest hash = sha256();
    String time = head.messageTimeGiven() ? head.messageTime().toString() : "";
    String said = head.kind() + "\n" + time + "\n" + mapping + "\n";
    hash.update(said.getBytes(StandardCharsets.UTF_8));
    return hash;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  static String hex(MessageDigest hash) {
    return HexFormat.of().formatHex(hash.digest());
  }

  static InputStream hashed(InputStream body, MessageDigest hash) {
    return new DigestInputStream(body, hash);
  }

  /** Ends what unpacks to more than anybody means to send. */
  private static final class Bounded extends FilterInputStream {
    private long count;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int read = super.read(target, offset, length);
        count += Math.max(0, read);
        if (count > LARGEST_BODY) {
          throw new ProblemException(
              UploadRejection.UPLOAD_TOO_LARGE,
              "The body has more than %,d bytes unpacked.".formatted(LARGEST_BODY));
        }
        return read;
      } catch (ZipException broken) {
        throw new ProblemException(
            UploadRejection.UNREADABLE_FILE, "The body is broken gzip: " + broken.getMessage());
      }
    }
  }
}
