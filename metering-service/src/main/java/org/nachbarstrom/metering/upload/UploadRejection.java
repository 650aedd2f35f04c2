package org.nachbarstrom.metering.upload;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse an upload as a whole, or something that is asked of it. */
public enum UploadRejection implements Rejection {
  UNKNOWN_UPLOAD(130, 404, "unknown-upload", "There is no such upload."),
  INVALID_UPLOAD(131, 400, "invalid-upload", "Parameters of the upload are not valid."),
  UPLOAD_RUNNING(132, 409, "upload-running", "The same upload is being taken right now."),
  IDEMPOTENCY_KEY_REUSED(
      133, 409, "idempotency-key-reused", "An upload of something else has this Idempotency-Key."),
  UPLOAD_INTERRUPTED(134, 400, "upload-interrupted", "The body ended before it was complete."),
  UPLOAD_TOO_LARGE(135, 413, "upload-too-large", "The upload is larger than one may be."),
  TOO_MANY_REJECTIONS(136, 422, "too-many-rejections", "Too much of the upload is wrong."),
  UNREADABLE_FILE(137, 422, "unreadable-file", "The file is not what it is said to be."),
  INVALID_MAPPING(138, 422, "invalid-mapping", "The mapping does not fit the file."),
  NOTHING_TO_WRITE(139, 409, "nothing-to-write", "The upload holds nothing that can be written."),
  REJECTIONS_NOT_ACCEPTED(
      140, 409, "rejections-not-accepted", "Some rows are wrong and nobody accepted that."),
  UPLOAD_DROPPED(141, 409, "upload-dropped", "The file was dropped or waited too long."),
  PREVIEW_OUTDATED(142, 409, "preview-outdated", "The file is understood otherwise by now."),
  UPLOAD_WRITTEN(143, 409, "upload-written", "It is no file that waits for confirmation.");

  private final int number;
  private final int status;
  private final String slug;
  private final String title;

  UploadRejection(int number, int status, String slug, String title) {
    this.number = number;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String code() {
    return "METERING-%04d".formatted(number);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String service() {
    return "metering";
  }
}
