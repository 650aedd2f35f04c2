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
 * @param key how is shared; empty if no key is valid on the day
 * @param consumers in the order of accounting points
 * @param producers in the order of accounting points
 */
public record DayRoster(
    LocalDate day,
    Interval interval,
    Optional<SharingKey> key,
    List<Member> consumers,
    List<Member> producers) {
  /** Consumers, then producers. */
  public Stream<Member> everybody() {
    return Stream.concat(consumers.stream(), producers.stream());
  }

  /**
   * How the consumers share.
   *
   * @throws java.util.NoSuchElementException if no key is valid
   */
  public KeyTerms terms() {
    SharingKey valid = key.orElseThrow();
    long[] shares = consumers.stream().mapToLong(Member::shareMillionths).toArray();
    if (valid.method() != KeyMethod.CASCADE) {
      return KeyTerms.of(valid.method(), shares);
    }
    int[] groups = consumers.stream().mapToInt(member -> member.group() - 1).toArray();
    return KeyTerms.cascade(valid.groups(), groups, shares);
  }
}
