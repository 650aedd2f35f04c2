package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.metered.MeteredSeries;
import org.nachbarstrom.metering.metered.MeteredSnapshot;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;

/** Reads the values of a community's members, some days at a time. */
@ApplicationScoped
public class CommunityReader {
  private static final int MEMBER_DAYS_AT_ONCE = 10_000;
  private static final int MOST_DAYS_AT_ONCE = 31;

  private final MeteredSeries series;

  CommunityReader(MeteredSeries series) {
    this.series = series;
  }

  /**
   * Cuts a period so that reading one part after the other never needs much memory, however large
   * the community.
   *
   * @param period with an end
   */
  public static List<DateRange> parts(Community community, DateRange period) {
    int members = Math.max(1, community.membersDuring(period).size());
    int days = Math.clamp(MEMBER_DAYS_AT_ONCE / members, 1, MOST_DAYS_AT_ONCE);
    LocalDate end = period.end().orElseThrow();
    List<DateRange> parts = new ArrayList<>();
    for (LocalDate from = period.from(); from.isBefore(end); from = from.plusDays(days)) {
      LocalDate to = from.plusDays(days);
      parts.add(new DateRange(from, to.isBefore(end) ? to : end));
    }
    return parts;
  }

  /** Days of a period with an end. */
  public static int days(DateRange period) {
    return (int) ChronoUnit.DAYS.between(period.from(), period.end().orElseThrow());
  }

  /**
   * Reads days in the current transaction, in order.
   *
   * @param part days with an end
   * @param asKnownAt a frozen snapshot instant
   */
  public Uni<List<CommunityDay>> read(Community community, DateRange part, Instant asKnownAt) {
    LocalDate end = part.end().orElseThrow();
    Interval interval = community.calendar().of(part.from(), end);
    Set<SeriesKey> keys =
        community.membersDuring(part).stream().map(Member::series).collect(Collectors.toSet());
    return series
        .read(new SnapshotQuery(keys, interval, asKnownAt))
        .map(snapshot -> days(community, part.from(), end, snapshot));
  }

  private static List<CommunityDay> days(
      Community community, LocalDate from, LocalDate end, MeteredSnapshot snapshot) {
    return from.datesUntil(end)
        .map(day -> CommunityDay.of(community.rosterOn(day), snapshot))
        .toList();
  }
}
