package org.nachbarstrom.metering.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.CommunityRules;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/** Folders with what is given and what then is, calculated by hand in their README. */
class SharingScenarioTest {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios");

  static Stream<String> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void allocatesAsCalculatedByHand(String scenario) throws IOException {
    Path folder = FOLDER.resolve(scenario);
    List<String> days = new ArrayList<>();
    List<String> exchange = new ArrayList<>();
    SeriesSnapshot snapshot = snapshot(rows(folder.resolve("given/values.csv")));
    List<LocalDate> period =
        rows(folder.resolve("then/days.csv")).stream()
            .map(row -> LocalDate.parse(row.get(2)))
            .distinct()
            .sorted()
            .toList();
    for (Community community : communities(folder)) {
      ClosingComputation computation = new ClosingComputation();
      for (LocalDate day : period) {
        computation.add(List.of(CommunityDay.of(community.rosterOn(day), snapshot)));
      }
      assertThat(computation.waitingFor()).isEmpty();
      tell(community.id(), computation.members(), days, exchange);
    }
    assertThat(days).containsExactlyElementsOf(expected(folder.resolve("then/days.csv"), 3));
    assertThat(exchange)
        .containsExactlyInAnyOrderElementsOf(expected(folder.resolve("then/exchange.csv"), 4));
  }

  private static void tell(
      String community, List<MemberEnergy> members, List<String> days, List<String> exchange) {
    for (MemberEnergy member : members) {
      member
          .days()
          .forEach(day ->
              days.add(
                  String.join(
                      " ",
                      community,
                      member.accountingPoint().value(),
                      day.day().toString(),
                      Long.toString(day.metered()),
                      Long.toString(day.shared()))));
      member
          .suppliers()
          .forEach((producer, quantities) ->
              quantities.forEach(quantity ->
                  exchange.add(
                      String.join(
                          " ",
                          community,
                          member.accountingPoint().value(),
                          producer.value(),
                          quantity.day().toString(),
                          Long.toString(quantity.milliWattHours())))));
    }
  }

  /** Rows with everything from a column on in 10⁻⁶ kWh. */
  private static List<String> expected(Path file, int firstQuantity) throws IOException {
    return rows(file).stream()
        .map(row -> {
          List<String> cells = new ArrayList<>(row.subList(0, firstQuantity));
          row.subList(firstQuantity, row.size())
              .forEach(kwh -> cells.add(Long.toString(milliWattHours(kwh))));
          return String.join(" ", cells);
        })
        .toList();
  }

  private static SeriesSnapshot snapshot(List<List<String>> rows) {
    Map<SeriesKey, DayBlockAssembly> values = new HashMap<>();
    for (List<String> row : rows) {
      SeriesKey key =
          new SeriesKey(new AccountingPointId(row.get(0)), EnergyDirection.valueOf(row.get(1)));
      int count = Integer.parseInt(row.get(3));
      values
          .computeIfAbsent(key, any -> new DayBlockAssembly())
          .add(
              Instant.parse(row.get(2)),
              Collections.nCopies(count, milliWattHours(row.get(4))),
              List.of(new QualityRun(ValueQuality.MEASURED, count)));
    }
    Map<SeriesKey, Map<LocalDate, DayBlock>> blocks = new HashMap<>();
    values.forEach((key, assembly) ->
        blocks.put(
            key,
            assembly.blocks().stream()
                .collect(Collectors.toMap(DayBlock::day, Function.identity()))));
    return new SeriesSnapshot(blocks);
  }

  private static List<Community> communities(Path folder) throws IOException {
    Map<String, List<SharingKey>> keys = new TreeMap<>();
    for (List<String> row : rows(folder.resolve("given/keys.csv"))) {
      List<KeyMethod> groups =
          Arrays.stream(row.get(4).split(" "))
              .filter(name -> !name.isEmpty())
              .map(KeyMethod::valueOf)
              .toList();
      keys.computeIfAbsent(row.get(0), any -> new ArrayList<>())
          .add(
              new SharingKey(range(row.get(1), row.get(2)), KeyMethod.valueOf(row.get(3)), groups));
    }
    Map<String, List<Member>> members = new TreeMap<>();
    for (List<String> row : rows(folder.resolve("given/members.csv"))) {
      members.computeIfAbsent(row.get(0), any -> new ArrayList<>()).add(member(row));
    }
    members.forEach((id, list) ->
        assertThat(CommunityRules.check(keys.getOrDefault(id, List.of()), list)).isEmpty());
    return members.keySet().stream()
        .map(id ->
            new Community(
                id,
                id,
                ZoneId.of("Europe/Berlin"),
                keys.getOrDefault(id, List.of()),
                members.getOrDefault(id, List.of())))
        .toList();
  }

  private static Member member(List<String> row) {
    return new Member(
        new AccountingPointId(row.get(1)),
        EnergyDirection.valueOf(row.get(2)),
        range(row.get(3), row.get(4)),
        row.get(5).isEmpty() ? null : new BigDecimal(row.get(5)),
        row.get(6).isEmpty() ? 0 : Integer.parseInt(row.get(6)),
        row.get(7).isEmpty() ? Member.FULL_PARTICIPATION : Integer.parseInt(row.get(7)));
  }

  private static DateRange range(String from, String to) {
    return new DateRange(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to));
  }

  private static List<List<String>> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static long milliWattHours(String kwh) {
    return Energy.ofKilowattHours(new BigDecimal(kwh)).milliWattHours();
  }
}
