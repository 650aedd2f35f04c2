package org.nachbarstrom.settlement;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void keepsTheStructureOfAService() {
    ArchitectureRules.check("settlement");
  }
}
