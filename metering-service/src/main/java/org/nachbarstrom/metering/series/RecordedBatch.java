package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nachbarstrom.quantities.Interval;

/** Deliveries by series, and what they come to. */
final class RecordedBatch {
  private final SortedMap<SeriesKey, List<Part>> parts = new TreeMap<>();
  private final SortedMap<SeriesKey, StoreOutcome> outcomes = new TreeMap<>();

  /** What one delivery has for one series. */
  private record Part(Origin origin, List<DayBlock> blocks) {}

  RecordedBatch(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      delivery
          .blocks()
          .forEach((direction, blocks) -> {
            if (!blocks.isEmpty()) {
              parts
                  .computeIfAbsent(
                      new SeriesKey(delivery.accountingPoint(), direction),
                      key -> new ArrayList<>())
                  .add(new Part(delivery.origin(), blocks));
            }
          });
    }
  }

  /** What is delivered for. */
  Set<SeriesKey> keys() {
    return parts.keySet();
  }

  /** Days that each series has in any delivery, without gaps. */
  Map<SeriesKey, SeriesStore.DayRange> days() {
    Map<SeriesKey, SeriesStore.DayRange> days = new HashMap<>();
    parts.forEach((key, ofSeries) -> {
      for (Part part : ofSeries) {
        for (DayBlock block : part.blocks()) {
          days.merge(
              key, new SeriesStore.DayRange(block.day(), block.day()), SeriesStore.DayRange::and);
        }
      }
    });
    return days;
  }

  /**
   * Merges all deliveries into what was there.
   *
   * @return what is to be kept, by series, day and number
   */
  List<SeriesStore.Addition> mergeWith(Map<SeriesKey, Map<LocalDate, DayState>> latest) {
    List<SeriesStore.Addition> additions = new ArrayList<>();
    parts.forEach((key, ofSeries) -> {
      Map<LocalDate, DayState> states = new HashMap<>(latest.getOrDefault(key, Map.of()));
      StoreOutcome outcome = new StoreOutcome.Unchanged();
      for (Part part : ofSeries) {
        for (DayBlock block : part.blocks()) {
          DayMerge merge =
              states
                  .getOrDefault(block.day(), DayState.none(block.day()))
                  .merge(block, part.origin());
          merge
              .version()
              .ifPresent(version -> additions.add(new SeriesStore.Addition(key, version)));
          states.put(block.day(), merge.state());
          outcome = outcome.then(outcome(merge));
        }
      }
      outcomes.put(key, outcome);
    });
    return additions;
  }

  private static StoreOutcome outcome(DayMerge merge) {
    return merge.newValues()
        ? new StoreOutcome.Stored(1, new Interval(merge.changedFrom(), merge.changedUntil()))
        : new StoreOutcome.Unchanged();
  }

  /** What each series came to. */
  Map<SeriesKey, StoreOutcome> outcomes() {
    return outcomes;
  }

  /** From the first to the last changed quarter-hour of the series that changed, in order. */
  Map<SeriesKey, Interval> changed() {
    Map<SeriesKey, Interval> changed = new TreeMap<>();
    outcomes.forEach((key, outcome) -> {
      switch (outcome) {
        case StoreOutcome.Stored stored -> changed.put(key, stored.changed());
        case StoreOutcome.Unchanged unchanged -> {}
      }
    });
    return changed;
  }
}
