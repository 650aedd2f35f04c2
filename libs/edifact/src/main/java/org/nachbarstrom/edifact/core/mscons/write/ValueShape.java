package org.nachbarstrom.edifact.core.mscons.write;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * What the handbook decides by at a value of a load profile.
 *
 * @param quality its quality
 * @param status its status
 */
record ValueShape(ValueQuality quality, ValueStatus status) {
  /** The shapes of a series and the first value of each, counted from 0. */
  static SequencedMap<ValueShape, Integer> firstOfEach(RegisterSeries series) {
    SequencedMap<ValueShape, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      boolean same =
          i > 0
              && series.quality(i) == series.quality(i - 1)
              && series.status(i).equals(series.status(i - 1));
      if (!same) {
        first.putIfAbsent(new ValueShape(series.quality(i), series.status(i)), i);
      }
    }
    return first;
  }
}
