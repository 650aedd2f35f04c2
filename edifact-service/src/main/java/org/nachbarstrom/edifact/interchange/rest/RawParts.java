package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.nachbarstrom.edifact.interchange.Interchange;
import org.nachbarstrom.edifact.interchange.InterchangeStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The bytes of an interchange, read part by part as the client takes them. Fails if they are erased
 * meanwhile, so that nobody takes a part for the whole.
 */
record RawParts(
    TenantTransactions transactions,
    InterchangeStore store,
    Tenant tenant,
    Interchange interchange) {

  Multi<Buffer> stream() {
    AtomicLong left = new AtomicLong(interchange.sizeBytes());
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicInteger::new,
            part ->
                transactions.inTransaction(
                    tenant, () -> store.raw(interchange.id(), part.getAndIncrement())))
        .whilst(Optional::isPresent)
        .filter(Optional::isPresent)
        .map(bytes -> Buffer.buffer(bytes.orElseThrow()))
        .invoke(bytes -> left.addAndGet(-bytes.length()))
        .onCompletion()
        .call(() -> complete(left.get()));
  }

  private Uni<Void> complete(long left) {
    return left == 0
        ? Uni.createFrom().voidItem()
        : Uni.createFrom()
            .failure(
                new IllegalStateException(
                    "The last %d bytes of interchange %s are gone."
                        .formatted(left, interchange.id())));
  }
}
