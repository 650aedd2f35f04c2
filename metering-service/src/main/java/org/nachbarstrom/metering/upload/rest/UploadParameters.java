package org.nachbarstrom.metering.upload.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.upload.Upload;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;

/** What a request says about an upload beside its body. */
class UploadParameters {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  /** Clocks of senders may be a little ahead; a time far ahead would outdo all later values. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(15);

  @Parameter(
      description = "names the upload, so that it can be repeated: up to 200 visible characters")
  @HeaderParam("Idempotency-Key")
  @Nullable String idempotencyKey;

  @Parameter(
      description =
          "when the values were made, by which the later of two is told; default: the receipt")
  @QueryParam("messageTime")
  @Nullable String messageTime;

  @Context @Nullable SecurityContext security;

  /** The head of the upload, or a refusal. */
  Upload.Head head(UploadKind kind, String fileName, Instant now) {
    Instant receivedAt = now.truncatedTo(ChronoUnit.MICROS);
    Input input = new Input();
    if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
      input.wrong("Idempotency-Key", "UNREADABLE", "Up to 200 visible ASCII characters.");
    }
    Optional<Instant> made = input.optionalInstant("messageTime", messageTime);
    if (made.isPresent() && made.get().isAfter(now.plus(MOST_AHEAD))) {
      input.wrong("messageTime", "IN_THE_FUTURE", "It lies more than 15 minutes ahead.");
    }
    if (made.isPresent() && made.get().isBefore(Instant.EPOCH)) {
      input.wrong("messageTime", "UNREADABLE", "It lies before 1970.");
    }
    input.refuseIfWrong(UploadRejection.INVALID_UPLOAD);
    return new Upload.Head(
        kind,
        fileName,
        idempotencyKey,
        security == null ? "" : security.getUserPrincipal().getName(),
        made.map(time -> time.truncatedTo(ChronoUnit.MICROS)).orElse(receivedAt),
        made.isPresent(),
        receivedAt);
  }
}
