package org.nachbarstrom.metering.upload;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.Origin;

/**
 * Values that somebody handed in.
 *
 * @param id unique
 * @param head what was said about it
 * @param state where it stands, as stored
 * @param attempt number of the attempt to take it, from 1; an earlier one may not go on
 * @param identity hash of content and head; empty while the body is coming in
 * @param counts what became of it so far; what is counted is committed
 * @param aliveAt when the attempt last gave a sign of life
 * @param refusal code of the problem with which it was refused; empty if it was not
 */
public record Upload(
    UUID id,
    Head head,
    UploadState state,
    int attempt,
    String identity,
    UploadCounts counts,
    Instant aliveAt,
    String refusal) {
  /** How long an attempt may give no sign of life before it counts as dead. */
  public static final Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * What is said about an upload before its content.
   *
   * @param kind form of the content
   * @param fileName as handed in; empty for lines
   * @param idempotencyKey of the request, or null
   * @param uploadedBy who handed it in
   * @param messageTime when the values were made, by which the later of two is told
   * @param messageTimeGiven whether the request said so; else it is the receipt
   * @param receivedAt when it began to come in
   */
  public record Head(
      UploadKind kind,
      String fileName,
      @Nullable String idempotencyKey,
      String uploadedBy,
      Instant messageTime,
      boolean messageTimeGiven,
      Instant receivedAt) {}

  /** A new one whose body is coming in. */
  public static Upload begun(UUID id, Head head) {
    return new Upload(
        id, head, UploadState.RECEIVING, 1, "", UploadCounts.NONE, head.receivedAt(), "");
  }

  /** Where it stands now: whoever was taking it may have died. */
  public UploadState stateAt(Instant now) {
    boolean working = state == UploadState.RECEIVING || state == UploadState.WRITING;
    return working && aliveAt.plus(PATIENCE).isBefore(now) ? UploadState.INTERRUPTED : state;
  }

  /** Origin of its values. */
  public Origin origin() {
    return new Origin(head.messageTime(), head.receivedAt(), "upload/" + id);
  }

  /** The same in another state, at an instant. */
  public Upload in(UploadState next, Instant now) {
    return new Upload(id, head, next, attempt, identity, counts, now, refusal);
  }

  /** The same with the content known. */
  public Upload with(String identity, UploadCounts counts) {
    return new Upload(id, head, state, attempt, identity, counts, aliveAt, refusal);
  }

  /** The same, refused. */
  public Upload refused(String code, Instant now) {
    return new Upload(id, head, UploadState.REFUSED, attempt, "", counts, now, code);
  }

  /** The next attempt, which begins anew. */
  public Upload again(UploadState next, Instant now) {
    return new Upload(id, head, next, attempt + 1, identity, UploadCounts.NONE, now, "");
  }
}
