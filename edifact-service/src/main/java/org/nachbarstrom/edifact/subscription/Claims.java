package org.nachbarstrom.edifact.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.quantities.Interval;

/**
 * For which times a partner has a quantity of a register. A second one of the same object, register
 * and time would take the place of the first one at the partner.
 */
final class Claims {
  private final Map<Key, List<Claim>> claims = new HashMap<>();

  private record Key(Route route, String object, String register) {}

  private record Claim(Interval interval, String owner) {}

  /**
   * Claims what a report says, unless some of it is claimed already.
   *
   * @param content as of {@link Report#content}, not empty
   * @param owner for whom, in words
   * @return who has it; then nothing is claimed
   */
  Optional<String> take(Route route, String content, String owner) {
    String[] parts = content.split(" ", -1);
    List<Claim> taken =
        claims.computeIfAbsent(new Key(route, parts[0], parts[1]), key -> new ArrayList<>());
    List<Claim> wanted = new ArrayList<>();
    for (int i = 2; i < parts.length; i++) {
      wanted.add(new Claim(interval(parts[i]), owner));
    }
    Optional<String> before =
        taken.stream()
            .filter(claim -> wanted.stream().anyMatch(one -> one.interval.overlaps(claim.interval)))
            .map(Claim::owner)
            .findFirst();
    if (before.isEmpty()) {
      taken.addAll(wanted);
    }
    return before;
  }

  private static Interval interval(String value) {
    String[] ends = value.substring(0, value.indexOf('=')).split("/", -1);
    return new Interval(Instant.parse(ends[0]), Instant.parse(ends[1]));
  }
}
