package org.nachbarstrom.edifact.interchange.rest;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.nachbarstrom.edifact.interchange.InterchangeStore;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** The bytes of an interchange, read part by part as the client takes them. */
record RawParts(
    TenantTransactions transactions, InterchangeStore store, Tenant tenant, UUID interchange) {

  Multi<Buffer> stream() {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicInteger::new,
            part ->
                transactions.inTransaction(
                    tenant, () -> store.raw(interchange, part.getAndIncrement())))
        .whilst(Optional::isPresent)
        .filter(Optional::isPresent)
        .map(bytes -> Buffer.buffer(bytes.orElseThrow()));
  }
}
