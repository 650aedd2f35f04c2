package org.nachbarstrom.metering.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * What a file says and what writing it would change, as known when it was handed in.
 *
 * @param mapping how it is understood
 * @param mappingProposed whether the mapping was guessed from the file
 * @param columns names of the columns
 * @param from start of the first quarter-hour; null without values
 * @param to end of the last quarter-hour; null without values
 * @param values how many values it has
 * @param added those for which nothing is known
 * @param changing those that replace another energy or quality
 * @param unchanged those that are known already
 * @param outdated those that would not count, because a later message says something else
 * @param seriesCount how many series it has
 * @param series the first of them
 * @param firstRows the first values as understood
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preview(
    FileMapping mapping,
    boolean mappingProposed,
    List<String> columns,
    @Nullable Instant from,
    @Nullable Instant to,
    long values,
    long added,
    long changing,
    long unchanged,
    long outdated,
    int seriesCount,
    List<Series> series,
    List<Row> firstRows) {
  /**
   * A series of the file.
   *
   * @param declared whether its accounting point is declared with this direction; values are kept
   *     even if not
   * @param from start of its first quarter-hour
   * @param to end of its last quarter-hour
   */
  public record Series(
      String accountingPoint,
      EnergyDirection direction,
      boolean declared,
      Instant from,
      Instant to,
      long values,
      long added,
      long changing,
      long unchanged,
      long outdated) {}

  /**
   * A value as understood.
   *
   * @param row of the file, from 1
   * @param start of the quarter-hour
   * @param energyKilowattHours decimal text with six places
   */
  public record Row(
      long row,
      String column,
      String accountingPoint,
      EnergyDirection direction,
      Instant start,
      String energyKilowattHours,
      ValueQuality quality) {}
}
