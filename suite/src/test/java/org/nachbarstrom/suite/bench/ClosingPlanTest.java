package org.nachbarstrom.suite.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingPlanTest {
  @ParameterizedTest
  @CsvSource({"1000, 1000, 10", "1000/100, 1000, 100", "10, 10, 5", "2, 2, 1"})
  void readsPointsAndProducers(String text, int points, int producers) {
    assertThat(ClosingPlan.parse(text, 10)).isEqualTo(new ClosingPlan(points, producers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "10/10", "10/0", "10/", "-5", "ten", "1000 000", "9999999"})
  void refusesWhatIsNoCommunity(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClosingPlan.parse(text, 10));
  }

  @Test
  void producersComeFirstAndNobodyComesTwice() {
    ClosingPlan plan = new ClosingPlan(20, 3);
    List<String> directions = IntStream.range(0, 20).mapToObj(plan::direction).toList();
    assertThat(directions.subList(0, 3)).containsOnly("GENERATION");
    assertThat(directions.subList(3, 20)).containsOnly("CONSUMPTION");
    assertThat(plan.identifiers()).hasSize(20).doesNotHaveDuplicates();
    assertThat(plan.events().map(StoreEvent::values)).containsOnly(30 * 96);
  }
}
