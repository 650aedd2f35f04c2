package org.nachbarstrom.suite.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An event {@code edifact.time-series-received.v1} as the service of the market sends it.
 *
 * @param point number of the accounting point
 * @param from first local day
 * @param until local day after the last
 */
record StoreEvent(int point, LocalDate from, LocalDate until) {
  static final String ADDRESS = "edifact.time-series-received.v1";

  /** How many values it has. */
  int values() {
    return (int)
            ChronoUnit.MINUTES.between(HouseholdMonth.startOf(from), HouseholdMonth.startOf(until))
        / 15;
  }

  /** Its JSON. */
  byte[] body() {
    long[] energies = HouseholdMonth.energies(point, from, until);
    String reference = "B%06d%05d".formatted(point, from.toEpochDay());
    return """
    {"interchange":{"sender":"9900000000011","recipient":"9900000000029","reference":"%s"},\
    "message":{"reference":"M1","documentNumber":"D%s","messageTime":"%s",\
    "checkIdentifier":"13025","version":"2.5"},"receivedAt":"%s","accountingPoint":"%s",\
    "series":[{"obis":"1-1:%d.29.0","direction":"%s","blocks":[{"start":"%s",\
    "resolution":"PT15M","quantitiesMilliWattHours":[%s],\
    "qualities":[{"quality":"MEASURED","count":%d}]}]}]}\
    """
        .formatted(
            reference,
            reference,
            HouseholdMonth.startOf(until).plus(5, ChronoUnit.HOURS),
            HouseholdMonth.startOf(until).plus(6, ChronoUnit.HOURS),
            HouseholdMonth.point(point),
            HouseholdMonth.roof(point) ? 2 : 1,
            HouseholdMonth.direction(point),
            HouseholdMonth.startOf(from),
            Arrays.stream(energies).mapToObj(Long::toString).collect(Collectors.joining(",")),
            energies.length)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Its attributes as application properties. */
  Map<String, String> attributes(String tenant) {
    return Map.of(
        "cloudEvents:specversion",
        "1.0",
        "cloudEvents:id",
        UUID.randomUUID().toString(),
        "cloudEvents:source",
        "/nachbarstrom/bench",
        "cloudEvents:type",
        "org.nachbarstrom." + ADDRESS,
        "cloudEvents:subject",
        HouseholdMonth.point(point),
        "cloudEvents:tenantid",
        tenant);
  }
}
