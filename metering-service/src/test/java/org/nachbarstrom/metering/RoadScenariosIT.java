package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

/**
 * Folders with what is given and what then is, on the road through the whole service: events in,
 * requests, PostgreSQL, events out. Each is a tenant of its own and calculated by hand in its
 * README; the columns are described in the README beside the folders.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class RoadScenariosIT {
  private static final Path FOLDER = Path.of("src/test/resources/road-scenarios");
  private static final String MEMBER_ENERGY = "metering.member-energy.v1";
  private static final String PERIOD_CLOSED = "metering.period-closed.v1";

  static Stream<String> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void endsAsCalculatedByHand(String scenario) throws SQLException {
    RoadTables tables = new RoadTables(FOLDER.resolve(scenario));
    RoadNames names = new RoadNames();
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
        Road road = new Road(scenario, broker)) {
      RoadEvents energies = new RoadEvents(broker, MEMBER_ENERGY, scenario);
      RoadEvents closed = new RoadEvents(broker, PERIOD_CLOSED, scenario);
      RoadSteps steps = new RoadSteps(road, tables, names);
      steps.run();
      awaitEvents(steps, energies, closed);
      closed.bodies().forEach(event -> assertAddsUp(event, energies.bodies()));
      RoadResults results = new RoadResults(road, tables, names, steps);
      assertThen(tables, "series", results.series("then/series.csv"));
      assertThen(tables, "versions", results.versions(closed.bodies()));
      assertThen(tables, "days", results.days(energies.bodies()));
      assertThen(tables, "exchange", results.exchange(energies.bodies()));
      assertThen(tables, "states", results.states());
      assertThen(tables, "completeness", results.completeness("then/completeness.csv"));
      assertThen(tables, "findings", results.findings());
      assertThen(tables, "substitutions", results.substitutions("then/substitutions.csv"));
    }
  }

  private static void assertThen(RoadTables tables, String name, List<Map<String, String>> actual) {
    String file = "then/" + name + ".csv";
    if (tables.has(file)) {
      List<List<String>> compared = tables.compared(file, actual);
      assertThat(compared.getFirst())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(compared.getLast());
    }
  }

  /** Waits for all versions of all closings and for as many members as they announce. */
  private static void awaitEvents(RoadSteps steps, RoadEvents energies, RoadEvents closed) {
    int versions =
        steps.at(RoadSteps.END).closings().values().stream()
            .mapToInt(closing -> closing.getInteger("version"))
            .sum();
    await().atMost(Api.PATIENCE).until(() -> closed.bodies().size() >= versions);
    assertThat(closed.bodies()).hasSize(versions);
    int members = closed.bodies().stream().mapToInt(event -> event.getInteger("members")).sum();
    await().atMost(Api.PATIENCE).until(() -> energies.bodies().size() >= members);
    assertThat(energies.bodies()).hasSize(members);
    closed.assertValid();
    energies.assertValid();
  }

  /** Holds whatever the scenario: totals are the sums of members, and what is given is got. */
  private static void assertAddsUp(JsonObject closed, List<JsonObject> energies) {
    List<JsonObject> members =
        energies.stream()
            .filter(
                energy -> energy.getJsonObject("closing").equals(closed.getJsonObject("closing")))
            .toList();
    assertThat(members).hasSize(closed.getInteger("members"));
    JsonObject totals = closed.getJsonObject("controlTotals");
    totals.forEach(total ->
        assertThat(sumOfDays(members, total.getKey()))
            .as(total.getKey())
            .isEqualTo(((Number) total.getValue()).longValue()));
    assertThat(sumOfDays(members, "sharedMilliWattHours"))
        .isEqualTo(totals.getLong("allocatedMilliWattHours"));
    for (JsonObject member : members) {
      String point = member.getString("accountingPoint");
      assertThat(supplied(List.of(member), any -> true))
          .isEqualTo(sumOfDays(List.of(member), "allocatedMilliWattHours"));
      assertThat(supplied(members, point::equals))
          .isEqualTo(sumOfDays(List.of(member), "sharedMilliWattHours"));
    }
  }

  private static long supplied(List<JsonObject> consumers, Predicate<String> producer) {
    return consumers.stream()
        .flatMap(consumer -> RoadResults.objects(consumer.getJsonArray("suppliers")))
        .filter(supplier -> producer.test(supplier.getString("accountingPoint")))
        .flatMap(supplier -> RoadResults.objects(supplier.getJsonArray("days")))
        .mapToLong(day -> day.getLong("quantityMilliWattHours"))
        .sum();
  }

  private static long sumOfDays(List<JsonObject> members, String name) {
    return members.stream()
        .flatMap(member -> RoadResults.objects(member.getJsonArray("days")))
        .mapToLong(day -> day.getLong(name, 0L))
        .sum();
  }

  /** Events of one address about one tenant, in the order of closing versions. */
  private record RoadEvents(String address, String tenant, List<BrokerProbe.Received> received) {
    RoadEvents(BrokerProbe broker, String address, String tenant) {
      this(address, tenant, broker.collect(address));
    }

    List<JsonObject> bodies() {
      List<JsonObject> bodies = new ArrayList<>();
      for (BrokerProbe.Received event : List.copyOf(received)) {
        if (event.attribute("tenantid").equals(tenant)) {
          bodies.add(event.json());
        }
      }
      bodies.sort(
          Comparator.comparing(event -> event.getJsonObject("closing").getInteger("version")));
      return bodies;
    }

    void assertValid() {
      bodies().forEach(body -> EventSchemas.assertValid(address, body.encode()));
    }
  }
}
