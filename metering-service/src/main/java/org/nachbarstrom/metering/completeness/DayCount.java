package org.nachbarstrom.metering.completeness;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Quarter-hours of a series on a day.
 *
 * @param day local date
 * @param expected 92, 96 or 100, or 0 if no values are expected
 * @param measured expected ones that are there and measured
 * @param substitute expected ones that are there as substitutes
 * @param provisional expected ones that are there provisionally
 * @param unusable missing ones for which a value is there that nothing may rest on
 * @param surplus values that are there though none is expected
 * @param missingSince from when on what is missing was overdue; absent: nothing is, or not yet
 * @param erased whether values of the day are kept no longer; all counts are 0 then
 */
public record DayCount(
    LocalDate day,
    int expected,
    int measured,
    int substitute,
    int provisional,
    int unusable,
    int surplus,
    @Nullable Instant missingSince,
    boolean erased) {
  /** A day whose values are kept no longer, so that nothing can be said of them. */
  static DayCount erased(LocalDate day) {
    return new DayCount(day, 0, 0, 0, 0, 0, 0, null, true);
  }

  /** Expected ones by which energy may be allocated. */
  public int present() {
    return measured + substitute + provisional;
  }

  /** Expected ones without a value by which energy may be allocated. */
  public int missing() {
    return expected - present();
  }
}
