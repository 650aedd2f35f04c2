package org.nachbarstrom.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.contract.ContractAssignment;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.testing.ProjectFiles;

/**
 * Folders with energy, contracts and prices, and what it comes to, calculated by hand in {@code
 * calculation.md}: either {@code then/lines.csv} or {@code then/missing.csv}.
 */
class RatingScenarioTest {
  static Stream<Path> scenarios() throws IOException {
    Path folder =
        ProjectFiles.root().resolve("pricing-service/src/test/resources/scenarios/rating");
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void comesToTheLinesCalculatedByHand(Path scenario) throws IOException {
    MemberEnergy energy = energy(rows(scenario.resolve("given/energy.csv")));
    PriceList prices =
        new PriceList(
            contracts(rows(scenario.resolve("given/contracts.csv"))),
            tariffs(rows(scenario.resolve("given/components.csv"))));

    switch (Rater.rate(energy, prices)) {
      case RatingOutcome.Rated rated ->
          assertThat(rated.lines().stream().map(RatingScenarioTest::line))
              .containsExactlyElementsOf(text(scenario.resolve("then/lines.csv")));
      case RatingOutcome.Waiting waiting ->
          assertThat(waiting.missing().stream().map(RatingScenarioTest::missing))
              .containsExactlyElementsOf(text(scenario.resolve("then/missing.csv")));
    }
  }

  private static String line(LineItem item) {
    LineDocument line = LineDocument.of(1, item);
    assertThat(line.toItem()).isEqualTo(item);
    return String.join(
        ",",
        line.component().name(),
        line.tariff(),
        line.from().toString(),
        line.to().toString(),
        line.debit(),
        line.credit(),
        line.quantity(),
        line.unit().name(),
        line.price(),
        line.priceUnit().name(),
        Long.toString(line.amountMicroEuro()),
        Long.toString(line.energyMilliWattHours()));
  }

  private static String missing(MissingPrice missing) {
    return String.join(
        ",",
        missing.reason().name(),
        missing.component().name(),
        missing.accountingPoint().value(),
        missing.day().toString());
  }

  private static MemberEnergy energy(List<List<String>> rows) {
    Map<String, List<Quantity>> series = new TreeMap<>();
    for (List<String> row : rows) {
      Energy daily = Energy.ofKilowattHours(new BigDecimal(row.get(4)));
      List<Quantity> days =
          series.computeIfAbsent(row.get(0) + "," + row.get(1), key -> new ArrayList<>());
      LocalDate.parse(row.get(2))
          .datesUntil(LocalDate.parse(row.get(3)))
          .forEach(day -> days.add(new Quantity(day, daily)));
    }
    AccountingPointId point = new AccountingPointId(rows.getFirst().get(1));
    return rows.getFirst().getFirst().equals("GENERATION")
        ? new MemberEnergy.Producer(
            point,
            series.getOrDefault("GENERATION," + point, List.of()),
            series.getOrDefault("SURPLUS," + point, List.of()))
        : new MemberEnergy.Consumer(
            point,
            series.getOrDefault("RESIDUAL," + point, List.of()),
            series.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("SUPPLY,"))
                .map(entry ->
                    new MemberEnergy.Supply(
                        new AccountingPointId(entry.getKey().substring("SUPPLY,".length())),
                        entry.getValue()))
                .toList());
  }

  private static Map<AccountingPointId, Contract> contracts(List<List<String>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> new AccountingPointId(row.get(0)),
                Collectors.mapping(
                    row ->
                        new ContractAssignment(
                            new TariffId(row.get(1)), days(row.get(2), row.get(3))),
                    Collectors.toList())))
        .entrySet()
        .stream()
        .map(entry -> new Contract(entry.getKey(), entry.getValue()))
        .collect(Collectors.toMap(Contract::accountingPoint, Function.identity()));
  }

  private static Map<TariffId, Tariff> tariffs(List<List<String>> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> new TariffId(row.get(0)),
                Collectors.mapping(RatingScenarioTest::component, Collectors.toList())))
        .entrySet()
        .stream()
        .map(entry -> new Tariff(entry.getKey(), entry.getKey().value(), entry.getValue()))
        .collect(Collectors.toMap(Tariff::id, Function.identity()));
  }

  private static PriceComponent component(List<String> row) {
    ComponentKind kind = ComponentKind.valueOf(row.get(1));
    return new PriceComponent(
        kind,
        new Price(new BigDecimal(row.get(2)), kind.unit()),
        new Price(new BigDecimal(row.get(3)), PriceUnit.PERCENT),
        days(row.get(4), row.get(5)));
  }

  private static DateRange days(String from, String to) {
    LocalDate first = LocalDate.parse(from);
    return to.isEmpty() ? DateRange.startingAt(first) : new DateRange(first, LocalDate.parse(to));
  }

  private static List<List<String>> rows(Path file) throws IOException {
    return text(file).stream().map(row -> List.of(row.split(",", -1))).toList();
  }

  private static List<String> text(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).filter(row -> !row.isEmpty()).toList();
  }
}
