package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.testing.ProjectFiles;

/**
 * Eight months of a real community with the spring clock change and members who join, leave and
 * come back. The operator's shares come from generation that is not in the file, so only the cap is
 * compared with him.
 */
class OperatorYearTest {
  private static final int CONSUMERS = 6;
  private static final int PRODUCERS = 2;

  private static List<String> header = List.of();

  /** Quarter-hours by day and by who has values: a member may be missing for some of a day. */
  private static Map<String, List<String[]>> days() throws IOException {
    Optional<Path> file = ProjectFiles.shared("community/january-august-2023.csv");
    Assumptions.assumeTrue(file.isPresent(), "needs ../shared/community/january-august-2023.csv");
    List<String> lines = Files.readAllLines(file.orElseThrow());
    header = List.of(lines.getFirst().split(",", -1));
    Map<String, List<String[]>> days = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split(",", -1);
      days.computeIfAbsent(line.substring(0, 10) + " " + empty(row), part -> new ArrayList<>())
          .add(row);
    }
    return days;
  }

  private static String empty(String[] row) {
    return IntStream.range(0, row.length)
        .filter(i -> row[i].isEmpty())
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  /** The column, or nothing if the member has no values then. */
  private static Optional<long[]> column(List<String[]> day, String name) {
    int index = header.indexOf(name);
    long present = day.stream().filter(row -> !row[index].isEmpty()).count();
    assertThat(present).as(name).isIn(0L, (long) day.size());
    return present == 0
        ? Optional.empty()
        : Optional.of(
            day.stream()
                .mapToLong(
                    row -> Energy.ofKilowattHours(new BigDecimal(row[index])).milliWattHours())
                .toArray());
  }

  private static long[][] columns(List<String[]> day, String pattern, int members) {
    return IntStream.rangeClosed(1, members)
        .mapToObj(member -> column(day, pattern.formatted(member)))
        .flatMap(Optional::stream)
        .toArray(long[][]::new);
  }

  @Test
  void capsTheOperatorsSharesAsHeDoes() throws IOException {
    int cells = 0;
    for (List<String[]> day : days().values()) {
      long[][] consumption = columns(day, "C%02d_consumption_kwh", CONSUMERS);
      long[][] share = columns(day, "C%02d_share_kwh", CONSUMERS);
      long[][] allocated = columns(day, "C%02d_allocated_kwh", CONSUMERS);
      for (int i = 0; i < consumption.length; i++) {
        QuarterHour row = new QuarterHour();
        row.consumption = consumption[i];
        row.share = share[i];
        row.cap();
        assertThat(row.allocated).containsExactly(allocated[i]);
        cells += day.size();
      }
    }
    assertThat(cells).isEqualTo(99_996);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyMethod.class,
      names = {"PROPORTIONAL", "EQUAL"})
  void keepsEveryInvariantInItsOwnAllocation(KeyMethod method) throws IOException {
    Map<String, List<String[]>> days = days();
    assertThat(quarterHoursOn(days, "2023-03-25")).isEqualTo(96);
    assertThat(quarterHoursOn(days, "2023-03-26")).isEqualTo(92);
    for (List<String[]> day : days.values()) {
      long[][] consumption = columns(day, "C%02d_consumption_kwh", CONSUMERS);
      long[][] generation = columns(day, "G%02d_generation_kwh", PRODUCERS);
      DayAllocation result =
          AllocationKernel.exchange(KeyTerms.of(method), consumption, generation, day.size());
      for (int t = 0; t < day.size(); t++) {
        assertConserves(result, at(consumption, t), at(generation, t), t);
      }
      assertRowsAndColumns(result, consumption.length, generation.length);
    }
  }

  private static int quarterHoursOn(Map<String, List<String[]>> days, String day) {
    return days.entrySet().stream()
        .filter(part -> part.getKey().startsWith(day))
        .mapToInt(part -> part.getValue().size())
        .sum();
  }

  private static long[] at(long[][] profiles, int interval) {
    return Arrays.stream(profiles).mapToLong(profile -> profile[interval]).toArray();
  }

  private static void assertConserves(
      DayAllocation result, long[] consumption, long[] generation, int interval) {
    long allocated = 0;
    for (int i = 0; i < consumption.length; i++) {
      assertThat(result.allocated(i, interval))
          .isNotNegative()
          .isEqualTo(Math.min(consumption[i], result.share(i, interval)));
      allocated += result.allocated(i, interval);
    }
    long surplus = 0;
    for (int p = 0; p < generation.length; p++) {
      assertThat(result.shared(p, interval)).isBetween(0L, generation[p]);
      surplus += generation[p] - result.shared(p, interval);
    }
    long generated = Arrays.stream(generation).sum();
    assertThat(allocated).isLessThanOrEqualTo(Arrays.stream(consumption).sum());
    assertThat(allocated + surplus).isEqualTo(generated);
  }

  private static void assertRowsAndColumns(DayAllocation result, int consumers, int producers) {
    for (int i = 0; i < consumers; i++) {
      int consumer = i;
      assertThat(IntStream.range(0, producers).mapToLong(p -> result.exchanged(consumer, p)).sum())
          .isEqualTo(result.allocatedTotal(i));
    }
    for (int p = 0; p < producers; p++) {
      int producer = p;
      assertThat(IntStream.range(0, consumers).mapToLong(i -> result.exchanged(i, producer)).sum())
          .isEqualTo(result.sharedTotal(p));
    }
  }
}
