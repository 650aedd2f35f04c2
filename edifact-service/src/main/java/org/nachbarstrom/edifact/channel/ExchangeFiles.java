package org.nachbarstrom.edifact.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.nachbarstrom.support.work.OffLoop;

/** Goes through the folders of all tenants. */
@ApplicationScoped
public class ExchangeFiles {
  private static final Logger LOG = Logger.getLogger(ExchangeFiles.class);

  private final ReceiveFolder receive;
  private final SendFolder send;
  private final FolderSettings settings;

  ExchangeFiles(ReceiveFolder receive, SendFolder send, FolderSettings settings) {
    this.receive = receive;
    this.send = send;
    this.settings = settings;
  }

  /**
   * Takes and writes at most one file per tenant; folders where another process works are left to
   * it, and one that cannot be used does not hold up the others.
   *
   * @return whether there may be more
   */
  public Uni<Boolean> step() {
    Optional<Path> root = settings.root();
    return root.isEmpty()
        ? Uni.createFrom().item(false)
        : OffLoop.compute(() -> TenantFolder.below(root.get())).chain(this::all);
  }

  private Uni<Boolean> all(List<TenantFolder> folders) {
    Uni<Boolean> result = Uni.createFrom().item(false);
    for (TenantFolder folder : folders) {
      result = result.chain(before -> one(folder).map(more -> before || more));
    }
    return result;
  }

  private Uni<Boolean> one(TenantFolder folder) {
    return OffLoop.compute(folder::lock)
        .chain(lock ->
            lock.isEmpty()
                ? Uni.createFrom().item(false)
                : both(folder).eventually(() -> release(lock.get())))
        .onFailure()
        .recoverWithItem(failure -> skip(folder, failure));
  }

  private static boolean skip(TenantFolder folder, Throwable failure) {
    LOG.warnf("Folder %s cannot be used: %s", folder.root(), failure);
    return false;
  }

  private Uni<Boolean> both(TenantFolder folder) {
    Function<Boolean, Uni<? extends Boolean>> then =
        received -> send.sendOne(folder).map(sent -> received || sent);
    return receive.takeOne(folder).chain(then);
  }

  private static Uni<Boolean> release(FileChannel lock) {
    return OffLoop.compute(() -> close(lock));
  }

  private static boolean close(FileChannel lock) throws IOException {
    lock.close();
    return true;
  }
}
