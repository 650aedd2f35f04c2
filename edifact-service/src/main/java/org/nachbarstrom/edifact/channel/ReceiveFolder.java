package org.nachbarstrom.edifact.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.nachbarstrom.edifact.interchange.ReceiveInterchange;
import org.nachbarstrom.support.work.OffLoop;

/** Takes files from the folder {@code in} of a tenant. */
@ApplicationScoped
public class ReceiveFolder {
  private static final Logger LOG = Logger.getLogger(ReceiveFolder.class);

  private final ReceiveInterchange receive;
  private final Outcomes outcomes;
  private final FolderSettings settings;
  private final Clock clock;
  private final Map<Path, ArrivalWatch> watches = new ConcurrentHashMap<>();
  private final Map<Path, Instant> resting = new ConcurrentHashMap<>();

  ReceiveFolder(
      ReceiveInterchange receive, Outcomes outcomes, FolderSettings settings, Clock clock) {
    this.receive = receive;
    this.outcomes = outcomes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes one file: first what an earlier process has claimed and not finished, then what has
   * arrived and come to rest. Receiving twice does no harm, as an interchange is known by sender
   * and reference. The caller holds the lock of the folder.
   *
   * @return whether there was one
   */
  Uni<Boolean> takeOne(TenantFolder folder) {
    return OffLoop.compute(() -> next(folder))
        .chain(next ->
            next.isEmpty()
                ? Uni.createFrom().item(false)
                : take(folder, next.get())
                    .replaceWith(true)
                    .onFailure()
                    .recoverWithItem(failure -> rest(next.get(), failure)));
  }

  private Uni<Void> take(TenantFolder folder, Path working) {
    return OffLoop.compute(() -> FolderFile.of(working))
        .chain(file -> receive.receive(folder.tenant(), file))
        .chain(outcome ->
            OffLoop.compute(() -> {
              folder.finish(working, outcomes.of(outcome));
              return working;
            }))
        .replaceWithVoid();
  }

  /** It stays claimed and lets others pass; nothing else may have changed. */
  private boolean rest(Path working, Throwable failure) {
    LOG.warnf(failure, "File %s could not be taken and is tried again later", working);
    resting.put(working, clock.instant().plus(settings.retry()));
    return true;
  }

  private Optional<Path> next(TenantFolder folder) throws IOException {
    Instant now = clock.instant();
    resting.values().removeIf(until -> !until.isAfter(now));
    for (Path left : folder.leftovers()) {
      if (!resting.containsKey(left)) {
        return Optional.of(left);
      }
    }
    // A name that still rests in "work" would be overwritten; the file waits, others pass.
    List<Path> arrived =
        folder.arrived().stream()
            .filter(file -> !resting.containsKey(folder.working(file)))
            .toList();
    Optional<Path> first =
        watches
            .computeIfAbsent(folder.root(), root -> new ArrivalWatch(settings.quiet()))
            .firstAtRest(arrived, now);
    return first.isPresent() ? Optional.of(folder.claim(first.get())) : Optional.empty();
  }
}
