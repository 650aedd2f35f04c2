package org.nachbarstrom.metering.upload;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps uploads. All calls belong to the current transaction of the tenant. */
public interface Uploads {
  /** Keeps others from beginning or ending an upload of the tenant until this transaction ends. */
  Uni<Void> lock(Tenant tenant);

  /** The upload, if there is one. */
  Uni<Optional<Upload>> find(UUID id);

  /** The upload with the Idempotency-Key, if there is one. */
  Uni<Optional<Upload>> findByKey(String idempotencyKey);

  /** The upload with the identity that was not refused or dropped, if there is one. */
  Uni<Optional<Upload>> findByIdentity(String identity);

  /**
   * Uploads, the latest first.
   *
   * @param after only those that come after this place
   */
  Uni<List<Upload>> list(@Nullable Place after, int limit);

  /** Adds an upload. */
  Uni<Void> add(Tenant tenant, Upload upload);

  /** Replaces state, attempt, identity, counts and what comes with them. */
  Uni<Void> update(Upload upload);

  /**
   * Adds to the counts and gives a sign of life.
   *
   * @return whether the attempt may go on; false if another one has begun
   */
  Uni<Boolean> count(Upload upload, UploadCounts more, Instant now);

  /** Removes an upload of which nothing was taken. */
  Uni<Void> remove(UUID id);

  /** Replaces what was rejected of an upload. */
  Uni<Void> reject(Tenant tenant, UUID id, List<RejectedValue> rejections);

  /**
   * What was rejected of an upload, in order.
   *
   * @param after only what comes after this number; 0: from the beginning
   */
  Uni<List<Numbered>> rejections(UUID id, long after, int limit);

  /** Keeps a file that waits for confirmation. */
  Uni<Void> keep(Tenant tenant, UUID id, StoredFile file);

  /** The file of an upload, if it is still kept. */
  Uni<Optional<StoredFile>> file(UUID id);

  /** The preview of the file of an upload, as JSON, if it is a file. */
  Uni<Optional<String>> preview(UUID id);

  /** Forgets the bytes of a file; its preview stays. */
  Uni<Void> forget(UUID id);

  /** Drops the files that wait for confirmation since before the instant. */
  Uni<Void> dropOlder(Instant receivedBefore);

  /**
   * Where to go on in a list.
   *
   * @param receivedAt of the last one seen
   * @param id of the last one seen
   */
  record Place(Instant receivedAt, UUID id) {}

  /**
   * Something that was rejected.
   *
   * @param number from 1, in the order of lines
   * @param rejection what and why
   */
  record Numbered(long number, RejectedValue rejection) {}

  /**
   * A file that was handed in.
   *
   * @param content its bytes; none once it was forgotten
   * @param mapping how it is understood, as JSON
   * @param preview what it says, as JSON
   * @param digest hash of the values as previewed
   */
  record StoredFile(FileBytes content, String mapping, String preview, String digest) {}
}
