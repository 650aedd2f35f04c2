package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.testing.ProjectFiles;

/** A month of a real community against its network operator's own numbers. */
class OperatorMonthTest {
  private static final int CONSUMERS = 5;
  private static final int PRODUCERS = 4;

  @Test
  void agreesWithTheOperatorInEveryCellAndTotal() throws IOException {
    Optional<Path> file = ProjectFiles.shared("community/august-2023.csv");
    Assumptions.assumeTrue(file.isPresent(), "needs ../shared/community/august-2023.csv");
    Month month = Month.read(file.orElseThrow());
    DayAllocation result =
        AllocationKernel.allocate(
            KeyTerms.of(KeyMethod.PROPORTIONAL),
            month.columns("C", "consumption"),
            month.columns("G", "generation"),
            month.size());
    long[][] generation = month.columns("G", "generation");
    int cells = 0;
    for (int i = 0; i < CONSUMERS; i++) {
      long[] share = month.column("C", i, "share");
      long[] allocated = month.column("C", i, "allocated");
      for (int t = 0; t < month.size(); t++) {
        if (generationAt(generation, t) > 0) {
          assertThat(Math.abs(result.share(i, t) - share[t])).isLessThanOrEqualTo(1);
          assertThat(Math.abs(result.allocated(i, t) - allocated[t])).isLessThanOrEqualTo(1);
          cells++;
        }
      }
      assertThat(Math.abs(result.allocatedTotal(i) - Arrays.stream(allocated).sum()))
          .isLessThanOrEqualTo(1_000);
    }
    assertThat(cells).isEqualTo(13_240);
    for (int p = 0; p < PRODUCERS; p++) {
      long surplus = Arrays.stream(generation[p]).sum() - result.sharedTotal(p);
      assertThat(Math.abs(surplus - Arrays.stream(month.column("G", p, "surplus")).sum()))
          .isLessThanOrEqualTo(1_000);
    }
  }

  private static long generationAt(long[][] generation, int interval) {
    return Arrays.stream(generation).mapToLong(profile -> profile[interval]).sum();
  }

  private record Month(List<String> header, List<String[]> rows) {
    static Month read(Path file) throws IOException {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        rows.add(line.split(",", -1));
      }
      return new Month(List.of(rows.removeFirst()), rows);
    }

    int size() {
      return rows.size();
    }

    long[][] columns(String kind, String quantity) {
      int members = kind.equals("C") ? CONSUMERS : PRODUCERS;
      long[][] columns = new long[members][];
      for (int i = 0; i < members; i++) {
        columns[i] = column(kind, i, quantity);
      }
      return columns;
    }

    long[] column(String kind, int member, String quantity) {
      int index = header.indexOf("%s%02d_%s_kwh".formatted(kind, member + 1, quantity));
      return rows.stream()
          .mapToLong(row -> Energy.ofKilowattHours(new BigDecimal(row[index])).milliWattHours())
          .toArray();
    }
  }
}
