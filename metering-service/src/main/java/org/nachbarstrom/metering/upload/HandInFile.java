package org.nachbarstrom.metering.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes a file with columns and says what it would change; writes no value. */
@ApplicationScoped
public class HandInFile {
  /** How long a file waits for confirmation. */
  public static final Duration WAITING = Duration.ofDays(7);

  private final UploadSteps steps;
  private final Uploads uploads;
  private final GuessColumns columns;
  private final ComparedValues compared;
  private final ObjectMapper json;

  HandInFile(
      UploadSteps steps,
      Uploads uploads,
      GuessColumns columns,
      ComparedValues compared,
      ObjectMapper json) {
    this.steps = steps;
    this.uploads = uploads;
    this.columns = columns;
    this.compared = compared;
    this.json = json;
  }

  /**
   * A file that is handed in.
   *
   * @param head what is said about it
   * @param content its bytes
   * @param mapping how to understand it; null: to be guessed
   */
  public record File(Upload.Head head, FileBytes content, @Nullable FileMapping mapping) {}

  /**
   * Keeps the file and its preview; blocks. The same file with the same mapping and message time
   * again answers the first one.
   *
   * @return the upload, perhaps an earlier one
   * @throws ProblemException if the file cannot be read or the mapping does not fit
   */
  public Upload handIn(Tenant tenant, File file) {
    MessageDigest hash =
        Bodies.hash(file.head(), file.mapping() == null ? "" : write(file.mapping()));
    hash.update(file.content().bytes());
    String identity = Bodies.hex(hash);
    Optional<Upload> known = steps.inTransaction(tenant, () -> known(file.head(), identity));
    if (known.isPresent()) {
      return known.get();
    }
    ReadFile.Said said =
        columns.read(tenant, file.head().kind(), file.content().bytes(), file.mapping());
    Upload upload =
        Upload.begun(UUID.randomUUID(), file.head())
            .with(identity, said.content().counts())
            .in(UploadState.PREVIEWED, steps.now());
    Preview preview = compared.preview(tenant, said, upload.origin());
    Uploads.StoredFile stored =
        new Uploads.StoredFile(
            file.content(),
            write(said.mapping()),
            write(preview),
            ComparedValues.digest(said.content().values()));
    return steps.inTransaction(tenant, () -> keep(tenant, upload, stored, said.content()));
  }

  private Uni<Optional<Upload>> known(Upload.Head head, String identity) {
    String key = head.idempotencyKey();
    Uni<Optional<Upload>> byKey =
        key == null ? Uni.createFrom().item(Optional.empty()) : uploads.findByKey(key);
    return uploads
        .dropOlder(head.receivedAt().minus(WAITING))
        .chain(dropped -> byKey)
        .invoke(found -> {
          if (found.isPresent() && !found.get().identity().equals(identity)) {
            throw UploadSteps.reused(found.get());
          }
        })
        .chain(found ->
            found.isPresent() ? Uni.createFrom().item(found) : uploads.findByIdentity(identity));
  }

  /** Somebody may have handed in the same in the meantime. */
  private Uni<Upload> keep(
      Tenant tenant, Upload upload, Uploads.StoredFile stored, UploadContent content) {
    return uploads
        .lock(tenant)
        .chain(locked -> known(upload.head(), upload.identity()))
        .chain(known -> {
          if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
          }
          return uploads
              .add(tenant, upload)
              .chain(added -> uploads.keep(tenant, upload.id(), stored))
              .chain(kept -> uploads.reject(tenant, upload.id(), content.rejections()))
              .replaceWith(upload);
        });
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
