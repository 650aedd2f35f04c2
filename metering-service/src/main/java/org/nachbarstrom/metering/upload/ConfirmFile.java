package org.nachbarstrom.metering.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Writes a file whose preview somebody agrees with, or drops it. */
@ApplicationScoped
public class ConfirmFile {
  private final UploadSteps steps;
  private final Uploads uploads;
  private final ReadFile reader;
  private final WriteContent write;
  private final ObjectMapper json;

  ConfirmFile(
      UploadSteps steps, Uploads uploads, ReadFile reader, WriteContent write, ObjectMapper json) {
    this.steps = steps;
    this.uploads = uploads;
    this.reader = reader;
    this.write = write;
    this.json = json;
  }

  private record Kept(Upload upload, Uploads.StoredFile file) {}

  /**
   * Writes exactly what was previewed; blocks until it is written. Again changes nothing.
   *
   * @param acceptRejections whether the rest may be written if some rows are wrong
   * @return the upload, completed
   */
  public Upload confirm(Tenant tenant, UUID id, boolean acceptRejections) {
    Kept kept = steps.inTransaction(tenant, () -> kept(id));
    UploadState state = kept.upload().stateAt(steps.now());
    switch (state) {
      case COMPLETED -> {
        return kept.upload();
      }
      case DROPPED, REFUSED -> throw refused(UploadRejection.UPLOAD_DROPPED, id);
      case RECEIVING, WRITING -> throw UploadSteps.running(kept.upload());
      case PREVIEWED, INTERRUPTED -> {}
    }
    if (kept.upload().head().receivedAt().plus(HandInFile.WAITING).isBefore(steps.now())
        && state == UploadState.PREVIEWED) {
      throw refused(UploadRejection.UPLOAD_DROPPED, id);
    }
    UploadContent content = content(tenant, kept);
    require(kept.upload(), content, acceptRejections);
    Upload writing = steps.inTransaction(tenant, () -> begin(tenant, kept.upload(), content));
    Upload written = write.write(tenant, writing, content);
    steps.inTransaction(tenant, () -> uploads.forget(id));
    return written;
  }

  private Uni<Kept> kept(UUID id) {
    return uploads
        .find(id)
        .map(found -> found.orElseThrow(() -> unknown(id)))
        .chain(upload ->
            uploads
                .file(id)
                .map(file ->
                    new Kept(
                        upload,
                        file.orElseThrow(() -> refused(UploadRejection.UPLOAD_WRITTEN, id)))));
  }

  private UploadContent content(Tenant tenant, Kept kept) {
    UploadContent content =
        reader
            .read(
                kept.upload().head().kind(),
                kept.file().content().bytes(),
                mapping(kept.file().mapping()),
                steps.nothing(tenant))
            .content();
    if (!ComparedValues.digest(content.values()).equals(kept.file().digest())) {
      throw refused(UploadRejection.PREVIEW_OUTDATED, kept.upload().id());
    }
    return content;
  }

  private FileMapping mapping(String text) {
    try {
      return json.readValue(text, FileMapping.class);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }

  private static void require(Upload upload, UploadContent content, boolean acceptRejections) {
    if (content.isEmpty()) {
      throw refused(UploadRejection.NOTHING_TO_WRITE, upload.id());
    }
    if (!content.rejections().isEmpty() && !acceptRejections) {
      RejectedValue first = content.rejections().getFirst();
      throw new ProblemException(
          UploadRejection.REJECTIONS_NOT_ACCEPTED,
          "%d rows or values are wrong; the first in row %d: %s"
              .formatted(content.rejections().size(), first.line(), first.detail()));
    }
  }

  /** Two people may confirm at the same time; one of them writes. */
  private Uni<Upload> begin(Tenant tenant, Upload seen, UploadContent content) {
    return uploads
        .lock(tenant)
        .chain(locked -> uploads.find(seen.id()))
        .chain(found -> {
          Upload upload = found.orElseThrow(() -> unknown(seen.id()));
          if (upload.attempt() != seen.attempt() || upload.state() != seen.state()) {
            return Uni.createFrom().failure(UploadSteps.running(upload));
          }
          Upload next =
              upload
                  .again(UploadState.WRITING, steps.now())
                  .with(upload.identity(), content.counts());
          // Rows may have become too late since they were shown.
          return uploads
              .update(next)
              .chain(updated -> uploads.reject(tenant, next.id(), content.rejections()))
              .replaceWith(next);
        });
  }

  /** Drops a file that waits for confirmation; again changes nothing. */
  public void drop(Tenant tenant, UUID id) {
    steps.inTransaction(
        tenant,
        () ->
            uploads
                .lock(tenant)
                .chain(locked -> uploads.find(id))
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(this::dropped));
  }

  private Uni<Void> dropped(Upload upload) {
    return switch (upload.state()) {
      case PREVIEWED ->
          uploads
              .update(upload.in(UploadState.DROPPED, steps.now()))
              .chain(updated -> uploads.forget(upload.id()));
      case DROPPED -> Uni.createFrom().voidItem();
      case RECEIVING, WRITING, COMPLETED, INTERRUPTED, REFUSED ->
          Uni.createFrom().failure(refused(UploadRejection.UPLOAD_WRITTEN, upload.id()));
    };
  }

  /** There is no such upload. */
  public static ProblemException unknown(Object id) {
    return new ProblemException(UploadRejection.UNKNOWN_UPLOAD, "There is no upload " + id + ".");
  }

  private static ProblemException refused(UploadRejection rejection, UUID id) {
    return new ProblemException(rejection, rejection.title() + " Upload " + id + ".");
  }
}
