package org.nachbarstrom.metering.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads files with columns, which are guessed if nobody says how to understand them. What a file
 * does not say is taken for consumption, except of accounting points that are declared to feed in.
 */
@ApplicationScoped
class GuessColumns {
  private final UploadSteps steps;
  private final ReadFile reader;
  private final AccountingPoints points;

  GuessColumns(UploadSteps steps, ReadFile reader, AccountingPoints points) {
    this.steps = steps;
    this.reader = reader;
    this.points = points;
  }

  /**
   * Reads the file; blocks.
   *
   * @param mapping how to understand it; null: to be guessed
   */
  ReadFile.Said read(Tenant tenant, UploadKind kind, byte[] bytes, @Nullable FileMapping mapping) {
    return mapping == null
        ? guess(tenant, kind, bytes)
        : reader.read(kind, bytes, mapping, steps.nothing(tenant));
  }

  private ReadFile.Said guess(Tenant tenant, UploadKind kind, byte[] bytes) {
    ReadFile.Said guess = reader.read(kind, bytes, null, steps.nothing(tenant));
    FileMapping better =
        guess.mapping().feedingIn(feedingIn(tenant, guess.content().values().sizes().keySet()));
    return better.equals(guess.mapping())
        ? guess
        : reader.read(kind, bytes, better, steps.nothing(tenant)).asGuess();
  }

  /**
   * By accounting point of which the file has values, whether it is declared to feed in and has no
   * column that says so.
   */
  private Map<String, Boolean> feedingIn(Tenant tenant, Set<SeriesKey> keys) {
    Set<AccountingPointId> ids =
        keys.stream().map(SeriesKey::accountingPoint).collect(Collectors.toSet());
    Map<AccountingPointId, AccountingPoint> declared =
        ids.isEmpty() ? Map.of() : steps.inTransaction(tenant, () -> points.find(ids));
    return ids.stream()
        .collect(
            Collectors.toMap(
                AccountingPointId::value,
                id ->
                    Optional.ofNullable(declared.get(id))
                        .map(point -> new SeriesKey(id, point.direction()))
                        .filter(key -> key.direction() == EnergyDirection.GENERATION)
                        .filter(key -> !keys.contains(key))
                        .isPresent()));
  }
}
