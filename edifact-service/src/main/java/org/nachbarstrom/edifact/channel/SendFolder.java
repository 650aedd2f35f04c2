package org.nachbarstrom.edifact.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.nachbarstrom.edifact.dispatch.Delivery;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingStore;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Puts interchanges into the folder {@code out} of a tenant. */
@ApplicationScoped
public class SendFolder {
  private static final Logger LOG = Logger.getLogger(SendFolder.class);

  private final OutgoingStore store;
  private final Delivery delivery;
  private final TenantTransactions transactions;
  private final FolderSettings settings;
  private final Clock clock;
  private final Map<Path, Instant> resting = new ConcurrentHashMap<>();

  SendFolder(
      OutgoingStore store,
      Delivery delivery,
      TenantTransactions transactions,
      FolderSettings settings,
      Clock clock) {
    this.store = store;
    this.delivery = delivery;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Writes the oldest interchange that waits and records it as delivered. If the process dies in
   * between, the next one writes the same file under the same name again. The caller holds the lock
   * of the folder.
   *
   * @return whether there was one
   */
  Uni<Boolean> sendOne(TenantFolder folder) {
    Instant rests = resting.getOrDefault(folder.root(), Instant.MIN);
    return clock.instant().isBefore(rests) ? Uni.createFrom().item(false) : send(folder);
  }

  private Uni<Boolean> send(TenantFolder folder) {
    return transactions
        .inTransaction(folder.tenant(), this::next)
        .chain(next -> next.isEmpty() ? Uni.createFrom().item(false) : send(folder, next.get()));
  }

  private Uni<Optional<Content>> next() {
    return store
        .pending(DeliveryChannel.FOLDER, 1)
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : store
                    .bytes(found.getFirst().id())
                    .map(bytes -> Optional.of(new Content(found.getFirst(), bytes.orElseThrow()))));
  }

  private Uni<Boolean> send(TenantFolder folder, Content content) {
    Tenant tenant = folder.tenant();
    return OffLoop.compute(
            () -> {
              folder.put(
                  name(content), settings.compress() ? compressed(content.bytes) : content.bytes);
              return true;
            })
        .chain(written ->
            transactions.inTransaction(
                tenant, () -> delivery.delivered(tenant, content.interchange.id())))
        .replaceWith(true)
        .onFailure(IOException.class)
        .recoverWithUni(failure -> failed(folder, content.interchange, failure));
  }

  private String name(Content content) {
    return content.interchange.header().fileName() + (settings.compress() ? ".gz" : "");
  }

  /** Nobody but an operator can help; what was tried can be seen at the interchange. */
  private Uni<Boolean> failed(
      TenantFolder folder, OutgoingInterchange interchange, Throwable failure) {
    LOG.warnf("File %s cannot be written: %s", interchange.header().fileName(), failure);
    resting.put(folder.root(), clock.instant().plus(settings.retry()));
    Tenant tenant = folder.tenant();
    return transactions
        .inTransaction(
            tenant, () -> delivery.failed(tenant, interchange.id(), String.valueOf(failure)))
        .replaceWith(false);
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static final class Content {
    private final OutgoingInterchange interchange;
    private final byte[] bytes;

    Content(OutgoingInterchange interchange, byte[] bytes) {
      this.interchange = interchange;
      this.bytes = bytes;
    }
  }
}
