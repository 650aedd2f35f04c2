package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EnergyPropertyTest {
  @Property
  void keepsValue(@ForAll long value) {
    assertThat(new Energy(value).milliWattHours()).isEqualTo(value);
  }
}
