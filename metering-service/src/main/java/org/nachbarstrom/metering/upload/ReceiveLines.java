package org.nachbarstrom.metering.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes lines of JSON and writes what they say. */
@ApplicationScoped
public class ReceiveLines {
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);

  private final UploadSteps steps;
  private final WriteContent write;

  ReceiveLines(UploadSteps steps, WriteContent write) {
    this.steps = steps;
    this.write = write;
  }

  /** Reads lines; implemented where the form of lines is known. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Reads all lines.
     *
     * @param content takes what they say
     * @param signOfLife is called every now and then
     * @throws IOException if the body breaks off
     */
    void read(InputStream lines, UploadContent content, Runnable signOfLife) throws IOException;
  }

  /**
   * A body that comes in.
   *
   * @param head what is said about it
   * @param bytes as they come
   * @param gzip whether they are packed
   */
  public record Body(Upload.Head head, InputStream bytes, boolean gzip) {}

  /**
   * Takes an upload of lines; blocks until all of it is written. The same upload again changes
   * nothing: it is the same if it has the same Idempotency-Key, or the same content with the same
   * message time.
   *
   * @return the upload, perhaps an earlier one
   * @throws ProblemException if it is refused or breaks off
   */
  public Upload receive(Tenant tenant, Body body, Reader reader) {
    Upload upload = steps.begin(tenant, body.head());
    MessageDigest hash = Bodies.hash(body.head(), "");
    if (upload.state() != UploadState.RECEIVING) {
      compare(upload, body, hash);
      return upload;
    }
    UploadContent content = read(tenant, upload, body, new Reading(reader, hash));
    Upload known = known(tenant, upload, Bodies.hex(hash), content);
    return known.state() == UploadState.WRITING ? write.write(tenant, known, content) : known;
  }

  private Upload known(Tenant tenant, Upload upload, String identity, UploadContent content) {
    try {
      return steps.known(tenant, upload, identity, content);
    } catch (ProblemException refused) {
      if (upload.identity().isEmpty()) {
        steps.refuse(tenant, upload, refused);
      } else {
        steps.end(tenant, upload, UploadState.INTERRUPTED);
      }
      throw refused;
    }
  }

  private record Reading(Reader reader, MessageDigest hash) {}

  private UploadContent read(Tenant tenant, Upload upload, Body body, Reading reading) {
    try (InputStream lines =
        Bodies.hashed(Bodies.unpacked(body.bytes(), body.gzip()), reading.hash())) {
      UploadContent content = steps.nothing(tenant);
      reading.reader().read(lines, content, signsOfLife(tenant, upload));
      return content;
    } catch (IOException brokenOff) {
      steps.end(tenant, upload, UploadState.INTERRUPTED);
      throw interrupted(brokenOff);
    } catch (ProblemException refused) {
      steps.refuse(tenant, upload, refused);
      throw refused;
    } catch (RuntimeException failure) {
      steps.end(tenant, upload, UploadState.INTERRUPTED);
      throw failure;
    }
  }

  private Runnable signsOfLife(Tenant tenant, Upload upload) {
    Instant[] last = {steps.now()};
    return () -> {
      Instant now = steps.now();
      if (Duration.between(last[0], now).compareTo(BETWEEN_SIGNS) > 0) {
        last[0] = now;
        steps.alive(tenant, upload);
      }
    };
  }

  /** Reads on only to see whether it is the content that was taken before. */
  private void compare(Upload upload, Body body, MessageDigest hash) {
    try (InputStream lines = Bodies.hashed(Bodies.unpacked(body.bytes(), body.gzip()), hash)) {
      lines.transferTo(OutputStream.nullOutputStream());
    } catch (IOException brokenOff) {
      throw interrupted(brokenOff);
    }
    steps.requireSame(upload, Bodies.hex(hash));
  }

  private static ProblemException interrupted(IOException brokenOff) {
    return new ProblemException(
        UploadRejection.UPLOAD_INTERRUPTED,
        "The body ended early (" + brokenOff.getMessage() + "). Send it again with the same key.");
  }
}
