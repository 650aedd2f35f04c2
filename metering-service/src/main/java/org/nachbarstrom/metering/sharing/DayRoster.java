package org.nachbarstrom.metering.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nachbarstrom.quantities.Interval;

/**
 * Who shares on a day, and how.
 *
 * @param day local date
 * @param interval the day in UTC
 * @param method how is shared; empty if no key is valid on the day
 * @param consumers in the order of accounting points
 * @param producers in the order of accounting points
 */
public record DayRoster(
    LocalDate day,
    Interval interval,
    Optional<KeyMethod> method,
    List<Member> consumers,
    List<Member> producers) {
  /** Consumers, then producers. */
  public Stream<Member> everybody() {
    return Stream.concat(consumers.stream(), producers.stream());
  }

  /** Fixed shares of the consumers in millionths of a percent. */
  public long[] shares() {
    return consumers.stream().mapToLong(Member::shareMillionths).toArray();
  }
}
