package org.nachbarstrom.metering.upload;

import org.nachbarstrom.support.problem.Rejection;

/** Reasons to refuse an upload as a whole, or something that is asked of it. */
public enum UploadRejection implements Rejection {
  UNKNOWN_UPLOAD("METERING-0130", 404, "unknown-upload", "There is no such upload."),
  INVALID_UPLOAD("METERING-0131", 400, "invalid-upload", "Parameters of the upload are not valid."),
  UPLOAD_RUNNING(
      "METERING-0132", 409, "upload-running", "The same upload is being taken right now."),
  IDEMPOTENCY_KEY_REUSED(
      "METERING-0133",
      409,
      "idempotency-key-reused",
      "An upload of something else has this Idempotency-Key."),
  UPLOAD_INTERRUPTED(
      "METERING-0134", 400, "upload-interrupted", "The body ended before it was complete."),
  UPLOAD_TOO_LARGE(
      "METERING-0135", 413, "upload-too-large", "The upload is larger than one may be."),
  TOO_MANY_REJECTIONS(
      "METERING-0136", 422, "too-many-rejections", "Too much of the upload is wrong."),
  UNREADABLE_FILE(
      "METERING-0137", 422, "unreadable-file", "The file is not what it is said to be."),
  INVALID_MAPPING("METERING-0138", 422, "invalid-mapping", "The mapping does not fit the file."),
  NOTHING_TO_WRITE(
      "METERING-0139", 409, "nothing-to-write", "The upload holds nothing that can be written."),
  REJECTIONS_NOT_ACCEPTED(
      "METERING-0140",
      409,
      "rejections-not-accepted",
      "Some rows are wrong and nobody accepted that."),
  UPLOAD_DROPPED(
      "METERING-0141", 409, "upload-dropped", "The file was dropped or waited too long."),
  PREVIEW_OUTDATED(
      "METERING-0142", 409, "preview-outdated", "The file is understood otherwise by now."),
  UPLOAD_WRITTEN(
      "METERING-0143", 409, "upload-written", "It is no file that waits for confirmation."),
  HORIZON_MOVED(
      "METERING-0177",
      409,
      "horizon-moved",
      "Values became too old to be kept while they were written."),
  TOO_MANY_UPLOADS(
      "METERING-0178",
      503,
      "too-many-uploads",
      "As many uploads as may be are being taken at the moment.");

  private final Entry entry;

  UploadRejection(String code, int status, String slug, String title) {
    this.entry = new Entry(code, status, slug, title);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
