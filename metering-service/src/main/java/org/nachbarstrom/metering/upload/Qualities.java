package org.nachbarstrom.metering.upload;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.ValueQuality;

/** Qualities that an uploaded value can have: all but missing, which is said by no value. */
public final class Qualities {
  /** All of them, in the order of their declaration. */
  public static final List<ValueQuality> ALL =
      List.copyOf(EnumSet.complementOf(EnumSet.of(ValueQuality.MISSING)));

  private Qualities() {}

  /** The quality of the name, if it is one that a value can have. */
  public static Optional<ValueQuality> read(String name) {
    for (ValueQuality quality : ALL) {
      if (quality.name().equals(name)) {
        return Optional.of(quality);
      }
    }
    return Optional.empty();
  }
}
