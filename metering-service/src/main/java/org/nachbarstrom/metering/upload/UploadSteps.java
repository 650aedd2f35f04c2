package org.nachbarstrom.metering.upload;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.EventLoops;

/**
 * The steps of an upload from its beginning to its end. They wait for the database, so they are
 * called from threads that may block.
 */
@ApplicationScoped
class UploadSteps {
  private final Clock clock;
  private final EventLoops loops;
  private final TenantTransactions transactions;
  private final Uploads uploads;
  private final KeptValues kept;

  UploadSteps(
      Clock clock,
      EventLoops loops,
      TenantTransactions transactions,
      Uploads uploads,
      KeptValues kept) {
    this.clock = clock;
    this.loops = loops;
    this.transactions = transactions;
    this.uploads = uploads;
    this.kept = kept;
  }

  /** Nothing of an upload yet, of which the values that are kept now will be taken. */
  UploadContent nothing(Tenant tenant) {
    return new UploadContent(inTransaction(tenant, kept::all));
  }

  Instant now() {
    return clock.instant();
  }

  /** Runs work in a transaction of its own. */
  <T> T inTransaction(Tenant tenant, Supplier<Uni<T>> work) {
    return loops.await(() -> transactions.inTransaction(tenant, work));
  }

  /**
   * Begins an upload, or one that was interrupted or refused under the same key once more.
   *
   * @return it; in state {@link UploadState#RECEIVING} if its body is to be taken, else the one
   *     that was taken before
   */
  Upload begin(Tenant tenant, Upload.Head head) {
    return inTransaction(
        tenant,
        () ->
            uploads
                .lock(tenant)
                .chain(locked -> findByKey(head))
                .chain(known ->
                    known.isEmpty()
                        ? add(tenant, Upload.begun(UUID.randomUUID(), head))
                        : again(known.get(), head)));
  }

  private Uni<Optional<Upload>> findByKey(Upload.Head head) {
    return head.idempotencyKey() == null
        ? Uni.createFrom().item(Optional.empty())
        : uploads.findByKey(head.idempotencyKey());
  }

  private Uni<Upload> add(Tenant tenant, Upload upload) {
    return uploads.add(tenant, upload).replaceWith(upload);
  }

  private Uni<Upload> again(Upload known, Upload.Head head) {
    Upload.Head first = known.head();
    if (first.kind() != head.kind()
        || first.messageTimeGiven() != head.messageTimeGiven()
        || (head.messageTimeGiven() && !first.messageTime().equals(head.messageTime()))) {
      return Uni.createFrom().failure(reused(known));
    }
    return switch (known.stateAt(now())) {
      case RECEIVING, WRITING -> Uni.createFrom().failure(running(known));
      case PREVIEWED, COMPLETED, DROPPED -> Uni.createFrom().item(known);
      case INTERRUPTED, REFUSED -> update(known.again(UploadState.RECEIVING, now()));
    };
  }

  private Uni<Upload> update(Upload upload) {
    return uploads.update(upload).replaceWith(upload);
  }

  /** An upload of the same content, if there is one besides this one. */
  Uni<Optional<Upload>> twin(Upload upload, String identity) {
    return uploads
        .findByIdentity(identity)
        .map(found -> found.filter(other -> !other.id().equals(upload.id())));
  }

  /**
   * Says what is in an upload whose body has been read.
   *
   * @return it, or another one of the same content, which then stands for it; in state {@link
   *     UploadState#WRITING} if it is to be written
   */
  Upload known(Tenant tenant, Upload upload, String identity, UploadContent content) {
    requireSame(upload, identity);
    return inTransaction(
        tenant,
        () ->
            uploads
                .lock(tenant)
                .chain(locked -> twin(upload, identity))
                .chain(twin ->
                    twin.isEmpty()
                        ? toWrite(tenant, upload.with(identity, content.counts()), content)
                        : uploads
                            .remove(upload.id())
                            .chain(gone -> instead(tenant, twin.get(), content))));
  }

  private Uni<Upload> instead(Tenant tenant, Upload twin, UploadContent content) {
    return switch (twin.stateAt(now())) {
      case RECEIVING, WRITING -> Uni.createFrom().failure(running(twin));
      case COMPLETED, PREVIEWED, REFUSED, DROPPED -> Uni.createFrom().item(twin);
      case INTERRUPTED ->
          toWrite(
              tenant,
              twin.again(UploadState.WRITING, now()).with(twin.identity(), content.counts()),
              content);
    };
  }

  private Uni<Upload> toWrite(Tenant tenant, Upload upload, UploadContent content) {
    return update(upload.in(UploadState.WRITING, now()))
        .call(written -> uploads.reject(tenant, upload.id(), content.rejections()));
  }

  /** Refuses content that is not that of the upload. */
  void requireSame(Upload upload, String identity) {
    if (!upload.identity().isEmpty() && !upload.identity().equals(identity)) {
      throw reused(upload);
    }
  }

  /** Gives a sign of life. */
  void alive(Tenant tenant, Upload upload) {
    boolean goesOn = inTransaction(tenant, () -> uploads.count(upload, UploadCounts.NONE, now()));
    if (!goesOn) {
      throw running(upload);
    }
  }

  /** Ends an attempt as interrupted or completed; one that another has taken over stays as is. */
  Upload end(Tenant tenant, Upload upload, UploadState state) {
    return change(tenant, upload, current -> current.in(state, now()));
  }

  /** Ends an attempt as refused. */
  void refuse(Tenant tenant, Upload upload, ProblemException why) {
    change(tenant, upload, current -> current.refused(why.rejection().code(), now()));
  }

  private Upload change(Tenant tenant, Upload upload, UnaryOperator<Upload> change) {
    return inTransaction(
        tenant,
        () ->
            uploads
                .lock(tenant)
                .chain(locked -> uploads.find(upload.id()))
                .chain(found -> {
                  Upload current = found.orElse(upload);
                  return current.attempt() == upload.attempt()
                      ? update(change.apply(current))
                      : Uni.createFrom().item(current);
                }));
  }

  static ProblemException running(Upload upload) {
    return new ProblemException(
        UploadRejection.UPLOAD_RUNNING, "Upload " + upload.id() + " is being taken right now.");
  }

  static ProblemException reused(Upload upload) {
    return new ProblemException(
        UploadRejection.IDEMPOTENCY_KEY_REUSED,
        "Upload " + upload.id() + " has the same Idempotency-Key and another content.");
  }
}
