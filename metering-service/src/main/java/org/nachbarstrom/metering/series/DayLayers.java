package org.nachbarstrom.metering.series;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * What was said about a UTC day, by the kind of who said it: only claims of one kind compete with
 * each other by their origins. Of a quarter-hour that readings tell the verdict about it counts, if
 * there is one; where they tell nothing any more it counts as little as they do.
 *
 * @param delivered by messages, uploads and substitutes, and by verdicts about those
 * @param derived by readings; missing where they tell nothing any more
 * @param judged by verdicts about what readings told
 */
record DayLayers(SlotClaims delivered, SlotClaims derived, SlotClaims judged) {
  static DayLayers none(LocalDate day) {
    SlotClaims nothing = SlotClaims.none(day);
    return new DayLayers(nothing, nothing, nothing);
  }

  /** What holds after a version. */
  DayLayers after(DayVersion next) {
    if (next.origin().derived()) {
      return new DayLayers(delivered, derived.after(next), judged);
    }
    return next.origin().aboutDerived()
        ? new DayLayers(delivered, derived, judged.after(next))
        : new DayLayers(delivered.after(next), derived, judged);
  }

  /** The claims that one of the origin competes with. */
  SlotClaims rivals(Origin origin) {
    if (origin.derived()) {
      return derived;
    }
    return origin.aboutDerived() ? judged : delivered;
  }

  /** Where the value of the slot that counts came from; null if it holds none. */
  @Nullable Origin origin(int slot) {
    Origin told = told(slot);
    Origin sent = delivered.origin(slot);
    return told != null && (sent == null || counts(slot, told, sent)) ? told : sent;
  }

  /** Where what readings tell came from, or the verdict about it; null if they tell nothing. */
  private @Nullable Origin told(int slot) {
    Origin told = derived.origin(slot);
    Origin verdict = judged.origin(slot);
    boolean rejects =
        told != null && verdict != null && stands(slot) && verdict.compareTo(told) > 0;
    return rejects ? verdict : told;
  }

  private boolean counts(int slot, Origin told, Origin sent) {
    return stands(slot) && told.compareTo(sent) > 0;
  }

  private boolean stands(int slot) {
    return derived.values().quality(slot) != ValueQuality.MISSING;
  }

  /** The values that count. */
  DayBlock values() {
    BitSet fromReadings = new BitSet(QuarterHours.PER_UTC_DAY);
    BitSet fromVerdicts = new BitSet(QuarterHours.PER_UTC_DAY);
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      Origin origin = derived.origin(slot) == null ? null : origin(slot);
      if (origin != null && origin.derived()) {
        fromReadings.set(slot);
      } else if (origin != null && origin.aboutDerived()) {
        fromVerdicts.set(slot);
      }
    }
    return overlaid(overlaid(delivered.values(), derived, fromReadings), judged, fromVerdicts);
  }

  private static DayBlock overlaid(DayBlock beneath, SlotClaims claims, BitSet slots) {
    return slots.isEmpty() ? beneath : beneath.overlaid(claims.values().only(slots));
  }
}
