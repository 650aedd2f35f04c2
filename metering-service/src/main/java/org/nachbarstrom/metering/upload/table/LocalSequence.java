package org.nachbarstrom.metering.upload.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Local times in the order of their rows. The hour that comes twice when clocks go back is told
 * apart by that order: of two rows with the same time the first is the earlier one if the rows go
 * forward in time, the later one if they go backward.
 */
final class LocalSequence {
  private final ZoneId zone;
  private final Map<LocalDateTime, List<Long>> doubled = new HashMap<>();
  private @Nullable LocalDateTime previous;
  private boolean forward;
  private boolean backward;

  LocalSequence(ZoneId zone) {
    this.zone = zone;
  }

  /** Kinds of local times. */
  enum Kind {
    /** It comes once. */
    CLEAR,
    /** It does not come: clocks went forward. */
    SKIPPED,
    /** It comes twice: clocks went back. */
    DOUBLED
  }

  Kind kind(LocalDateTime local) {
    return switch (zone.getRules().getValidOffsets(local).size()) {
      case 0 -> Kind.SKIPPED;
      case 1 -> Kind.CLEAR;
      default -> Kind.DOUBLED;
    };
  }

  /** Notes a row with a time; each row once. */
  void note(long row, LocalDateTime local) {
    if (kind(local) == Kind.DOUBLED) {
      doubled.computeIfAbsent(local, any -> new ArrayList<>(2)).add(row);
      return;
    }
    if (previous != null) {
      forward |= local.isAfter(previous);
      backward |= local.isBefore(previous);
    }
    previous = local;
  }

  /** The instant of a time that comes once. */
  Instant clear(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }

  /** The instant of a noted row whose time comes twice, once all rows are noted. */
  Optional<Instant> resolve(long row, LocalDateTime local) {
    List<Long> rows = doubled.getOrDefault(local, List.of());
    int place = rows.indexOf(row);
    if (rows.size() != 2 || place < 0 || forward == backward) {
      return Optional.empty();
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    boolean earlier = (place == 0) == forward;
    return Optional.of(local.toInstant(offsets.get(earlier ? 0 : 1)));
  }
}
