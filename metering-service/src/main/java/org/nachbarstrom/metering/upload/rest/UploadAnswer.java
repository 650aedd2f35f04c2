package org.nachbarstrom.metering.upload.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.Preview;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadCounts;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadState;
import org.nachbarstrom.metering.upload.Uploads;

/** An upload as answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadAnswer(
    UUID id,
    UploadKind kind,
    @Nullable String fileName,
    UploadState state,
    Instant messageTime,
    Instant receivedAt,
    String uploadedBy,
    @Nullable String refusal,
    long lines,
    long rejectedLines,
    Values values,
    long readings,
    @Nullable List<RejectionAnswer> rejections,
    @Nullable Preview preview) {
  /** Counts of values; {@code taken} is {@code added} and {@code changed}. */
  record Values(
      long taken,
      long added,
      long changed,
      long unchanged,
      long outdated,
      long repeated,
      long rejected) {
    static Values of(UploadCounts counts) {
      return new Values(
          counts.taken(),
          counts.added(),
          counts.changed(),
          counts.unchanged(),
          counts.outdated(),
          counts.repeated(),
          counts.rejected());
    }
  }

  /** Something that was not taken. */
  record RejectionAnswer(
      long number, long line, String pointer, Fault code, String detail, int values) {
    static RejectionAnswer of(Uploads.Numbered numbered) {
      return new RejectionAnswer(
          numbered.number(),
          numbered.rejection().line(),
          numbered.rejection().pointer(),
          numbered.rejection().fault(),
          numbered.rejection().detail(),
          numbered.rejection().values());
    }
  }

  static UploadAnswer of(Upload upload, Instant now) {
    Upload.Head head = upload.head();
    return new UploadAnswer(
        upload.id(),
        head.kind(),
        head.fileName().isEmpty() ? null : head.fileName(),
        upload.stateAt(now),
        head.messageTime(),
        head.receivedAt(),
        head.uploadedBy(),
        upload.refusal().isEmpty() ? null : upload.refusal(),
        upload.counts().lines(),
        upload.counts().rejectedLines(),
        Values.of(upload.counts()),
        upload.counts().readings(),
        null,
        null);
  }

  UploadAnswer with(List<Uploads.Numbered> rejected, @Nullable Preview shown) {
    return new UploadAnswer(
        id,
        kind,
        fileName,
        state,
        messageTime,
        receivedAt,
        uploadedBy,
        refusal,
        lines,
        rejectedLines,
        values,
        readings,
        rejected.stream().map(RejectionAnswer::of).toList(),
        shown);
  }
}
