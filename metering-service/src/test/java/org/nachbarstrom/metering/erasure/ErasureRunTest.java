package org.nachbarstrom.metering.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.erasure.Erasures.Erased;

class ErasureRunTest {
  private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");

  @Test
  void goesThroughAllTablesInOrderAndAddsUpWhatWasDeleted() {
    ErasureRun run = ErasureRun.first(7, Instant.parse("2023-11-26T00:00:00Z"), NOW, "schedule");
    run = run.after(new Erased(Map.of("a", 5L), "50000000013/CONSUMPTION", false), NOW);
    assertThat(run.place())
        .contains(new Erasures.Place(ErasedTable.SERIES_DAY_BLOCK, "50000000013/CONSUMPTION"));
    run = run.after(new Erased(Map.of("a", 2L), "50000000021/CONSUMPTION", true), NOW);
    assertThat(run.place()).contains(new Erasures.Place(ErasedTable.READING, ""));
    assertThat(run.finishedAt()).isEmpty();
    for (int table = 1; table < ErasedTable.values().length; table++) {
      run = run.after(new Erased(Map.of("b", 1L), "", true), NOW.plusSeconds(table));
    }
    assertThat(run.place()).isEmpty();
    assertThat(run.finishedAt()).contains(NOW.plusSeconds(ErasedTable.values().length - 1));
    assertThat(run.erased())
        .isEqualTo(Map.of("a", 7L, "b", (long) ErasedTable.values().length - 1));
  }
}
