package org.nachbarstrom.metering.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueStatusTest {
  @Test
  void survivesBeingWritten() {
    ValueStatus status =
        new ValueStatus(List.of("Z86", "ZC3"), "ZJ2", "ZB0", "Z75", List.of("Z36", "Z37"));
    assertThat(status.text()).isEqualTo("Z33:Z86 Z33:ZC3 Z32:ZJ2 Z34:ZB0 Z40:Z75 10:Z36 10:Z37");
    assertThat(ValueStatus.parse(status.text())).isEqualTo(status);
    assertThat(ValueStatus.parse("")).isEqualTo(ValueStatus.NONE);
  }

  @Test
  void refusesWhatIsNoCode() {
    assertThatThrownBy(() -> ValueStatus.substitute("Z92 ", "Z75"))
        .isInstanceOf(IllegalArgumentException.class);
    List<String> five = List.of("Z83", "Z84", "Z85", "Z86", "Z87");
    assertThatThrownBy(() -> new ValueStatus(five, "", "", "", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
