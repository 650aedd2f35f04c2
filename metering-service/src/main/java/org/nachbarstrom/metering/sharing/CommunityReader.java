package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.metered.MeteredSeries;
import org.nachbarstrom.metering.metered.MeteredSnapshot;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.work.OffLoop;

/** Reads the values of a community's members, some days at a time. */
@ApplicationScoped
public class CommunityReader {
  /** While they are computed, as many more are read. */
  private static final int MEMBER_DAYS_AT_ONCE = 5_000;

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
   * Begins to read a period.
   *
   * @param period with an end; its {@link #parts} are read one after the other
   * @param asKnownAt a frozen snapshot instant
   */
  public Reading begin(Community community, DateRange period, Instant asKnownAt) {
    Set<SeriesKey> keys =
        community.membersDuring(period).stream().map(Member::series).collect(Collectors.toSet());
    return new Reading(community, keys, asKnownAt);
  }

  /**
   * A period that is being read. Local days begin within a UTC day, which is read once, with the
   * first of the two parts that it belongs to.
   */
  public final class Reading {
    private final Community community;
    private final Set<SeriesKey> keys;
    private final Instant asKnownAt;
    private MeteredSnapshot last = MeteredSnapshot.own(new SeriesSnapshot(Map.of()));
    private Optional<LocalDate> lastUtcDay = Optional.empty();

    private Reading(Community community, Set<SeriesKey> keys, Instant asKnownAt) {
      this.community = community;
      this.keys = keys;
      this.asKnownAt = asKnownAt;
    }

    /**
     * Reads the next days in the current transaction, in order.
     *
     * @param part days with an end, right after those of the part before
     */
    public Uni<List<CommunityDay>> read(DateRange part) {
      Interval interval = community.calendar().of(part.from(), part.end().orElseThrow());
      Instant from =
          lastUtcDay
              .map(day -> QuarterHours.startOf(day.plusDays(1), 0))
              .filter(interval.start()::isBefore)
              .orElse(interval.start());
      Uni<MeteredSnapshot> known =
          from.isBefore(interval.end())
              ? series.read(new SnapshotQuery(keys, new Interval(from, interval.end()), asKnownAt))
              : Uni.createFrom().item(last);
      return known.chain(read -> OffLoop.compute(() -> days(part, read.with(last))));
    }

    private List<CommunityDay> days(DateRange part, MeteredSnapshot snapshot) {
      LocalDate end = part.end().orElseThrow();
      Instant lastQuarterHour =
          QuarterHours.plus(community.calendar().of(end.minusDays(1)).end(), -1);
      LocalDate utcDay = QuarterHours.utcDayOf(lastQuarterHour);
      last = snapshot.on(utcDay);
      lastUtcDay = Optional.of(utcDay);
      return part.from()
          .datesUntil(end)
          .map(day -> CommunityDay.of(community.rosterOn(day), snapshot))
          .toList();
    }
  }
}
