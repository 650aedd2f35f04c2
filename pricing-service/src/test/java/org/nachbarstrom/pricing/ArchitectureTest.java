package org.nachbarstrom.pricing;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.pricing.contract.ContractRejection;
import org.nachbarstrom.pricing.rating.RatingRejection;
import org.nachbarstrom.pricing.tariff.TariffRejection;
import org.nachbarstrom.testing.ArchitectureRules;
import org.nachbarstrom.testing.ProblemPages;

class ArchitectureTest {
  @Test
  void keepsTheStructure() {
    ArchitectureRules.check("pricing");
  }

  @Test
  void hasAPageForEveryProblem() {
    ProblemPages.check(
        "pricing", TariffRejection.values(), ContractRejection.values(), RatingRejection.values());
  }
}
