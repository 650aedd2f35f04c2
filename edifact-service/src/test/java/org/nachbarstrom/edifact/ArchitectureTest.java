package org.nachbarstrom.edifact;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void keepsTheStructureOfEveryService() {
    ArchitectureRules.check("edifact");
  }
}
