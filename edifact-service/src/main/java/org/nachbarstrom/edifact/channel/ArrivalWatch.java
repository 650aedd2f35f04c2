package org.nachbarstrom.edifact.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which files have come to rest. Remembers in memory only: a new process watches each file
 * for a while again. Used by one thread at a time.
 */
final class ArrivalWatch {
  private final Duration quiet;
  private final Map<Path, Seen> seen = new HashMap<>();

  ArrivalWatch(Duration quiet) {
    this.quiet = quiet;
  }

  private record Seen(long sizeBytes, long modifiedMillis, Instant since) {
    boolean same(Seen other) {
      return sizeBytes == other.sizeBytes && modifiedMillis == other.modifiedMillis;
    }
  }

  /** The first of the files whose size and time have not changed for long enough. */
  Optional<Path> firstAtRest(List<Path> files, Instant now) throws IOException {
    seen.keySet().retainAll(Set.copyOf(files));
    Optional<Path> first = Optional.empty();
    for (Path file : files) {
      Seen current = new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis(), now);
      Seen before = seen.get(file);
      if (before == null || !before.same(current)) {
        seen.put(file, current);
      } else if (first.isEmpty() && !now.isBefore(before.since().plus(quiet))) {
        first = Optional.of(file);
      }
    }
    return first;
  }
}
