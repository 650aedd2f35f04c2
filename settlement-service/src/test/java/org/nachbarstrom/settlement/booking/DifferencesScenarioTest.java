package org.nachbarstrom.settlement.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.testing.ProjectFiles;

/** Folders with what is booked, what should be, and the bookings calculated by hand. */
class DifferencesScenarioTest {
  static Stream<Path> scenarios() throws IOException {
    Path folder =
        ProjectFiles.root().resolve("settlement-service/src/test/resources/scenarios/booking");
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void booksExactlyTheDifference(Path scenario) throws IOException {
    Positions booked = positions(scenario.resolve("given/booked.csv"));
    Positions target = positions(scenario.resolve("given/target.csv"));

    List<Booking> bookings = Differences.between(target, booked);

    assertThat(bookings.stream().map(DifferencesScenarioTest::row))
        .containsExactlyElementsOf(rows(scenario.resolve("then/bookings.csv")));
  }

  private static String row(Booking booking) {
    return String.join(
        ",",
        booking.key().component().name(),
        booking.key().accountingPoint().value(),
        booking.debit().key(),
        booking.credit().key(),
        Long.toString(booking.energy().milliWattHours()),
        Long.toString(booking.amount().microEuro()),
        Boolean.toString(booking.reversed()));
  }

  private static Positions positions(Path file) throws IOException {
    return Positions.sum(
        rows(file).stream().map(row -> position(List.of(row.split(",", -1)))).toList());
  }

  private static Positions position(List<String> cells) {
    PositionKey key =
        new PositionKey(
            Component.valueOf(cells.get(0)),
            new AccountingPointId(cells.get(1)),
            cells.get(2),
            LocalDate.parse(cells.get(3)),
            LocalDate.parse(cells.get(4)),
            new Account(cells.get(5)),
            new Account(cells.get(6)));
    return Positions.of(
        key,
        new Position(
            Energy.ofMilliWattHours(Long.parseLong(cells.get(7))),
            Money.ofMicroEuro(Long.parseLong(cells.get(8)))));
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).filter(row -> !row.isEmpty()).toList();
  }
}
