package org.nachbarstrom.metering.upload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/** Days of series that are written, or compared with what is known, in one transaction. */
final class Batch {
  private static final int MOST_BLOCKS = 310;

  /** Bounds what is read to compare: everything known of the batch's series in these days. */
  private static final int MOST_DAYS = 62;

  /**
   * A day of a series.
   *
   * @param key series
   * @param block values
   */
  record Part(SeriesKey key, DayBlock block) {}

  private final List<Part> parts = new ArrayList<>();
  private LocalDate first = LocalDate.MAX;
  private LocalDate last = LocalDate.MIN;

  private Batch() {}

  /**
   * Calls for each batch of the values, in the order of series and days.
   *
   * @param written which days are
   */
  static void forEach(
      GatheredValues values, BiPredicate<SeriesKey, LocalDate> written, Consumer<Batch> action) {
    Batch[] open = {new Batch()};
    values.forEach((key, blocks) -> {
      for (DayBlock block : blocks) {
        if (!written.test(key, block.day())) {
          continue;
        }
        if (!open[0].takes(block.day())) {
          action.accept(open[0]);
          open[0] = new Batch();
        }
        open[0].add(new Part(key, block));
      }
    });
    if (!open[0].parts.isEmpty()) {
      action.accept(open[0]);
    }
  }

  private boolean takes(LocalDate day) {
    LocalDate from = day.isBefore(first) ? day : first;
    LocalDate to = day.isAfter(last) ? day : last;
    return parts.isEmpty()
        || (parts.size() < MOST_BLOCKS && ChronoUnit.DAYS.between(from, to) < MOST_DAYS);
  }

  private void add(Part part) {
    parts.add(part);
    LocalDate day = part.block().day();
    first = day.isBefore(first) ? day : first;
    last = day.isAfter(last) ? day : last;
  }

  List<Part> parts() {
    return parts;
  }

  Set<SeriesKey> keys() {
    Set<SeriesKey> keys = new LinkedHashSet<>();
    parts.forEach(part -> keys.add(part.key()));
    return keys;
  }

  /** From the first to the last day by series; the days of each stand in order. */
  Map<SeriesKey, SeriesStore.DayRange> days() {
    Map<SeriesKey, SeriesStore.DayRange> days = new LinkedHashMap<>();
    for (Part part : parts) {
      LocalDate day = part.block().day();
      days.merge(
          part.key(),
          new SeriesStore.DayRange(day, day),
          (before, after) -> new SeriesStore.DayRange(before.first(), after.last()));
    }
    return days;
  }

  /** From the first to the last day; not exceeding them, since stores read every day it touches. */
  Interval interval() {
    return new Interval(
        QuarterHours.startOf(first, 0), QuarterHours.startOf(last, QuarterHours.PER_UTC_DAY - 1));
  }

  List<Delivery> deliveries(Origin origin) {
    Map<AccountingPointId, Map<EnergyDirection, List<DayBlock>>> points = new TreeMap<>();
    for (Part part : parts) {
      points
          .computeIfAbsent(
              part.key().accountingPoint(), any -> new EnumMap<>(EnergyDirection.class))
          .computeIfAbsent(part.key().direction(), any -> new ArrayList<>())
          .add(part.block());
    }
    List<Delivery> deliveries = new ArrayList<>();
    points.forEach((point, blocks) -> deliveries.add(new Delivery(point, origin, blocks)));
    return deliveries;
  }
}
