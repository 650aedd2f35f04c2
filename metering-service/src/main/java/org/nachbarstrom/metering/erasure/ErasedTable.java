package org.nachbarstrom.metering.erasure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables that hold quarter-hours of persons, in the order in which they are gone through. */
public enum ErasedTable {
  SERIES_DAY_BLOCK,
  READING,
  ENERGY_QUANTITY,
  SUBSTITUTION,
  PLAUSIBILITY_FINDING,
  REJECTED_VALUE,
  UPLOAD_FILE,
  UPLOAD_REJECTION;

  /** Its name in the database. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one after it. */
  Optional<ErasedTable> next() {
    List<ErasedTable> all = List.of(values());
    int following = all.indexOf(this) + 1;
    return following == all.size() ? Optional.empty() : Optional.of(all.get(following));
  }
}
