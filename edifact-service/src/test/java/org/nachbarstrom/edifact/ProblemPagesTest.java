package org.nachbarstrom.edifact;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.interchange.InterchangeRejection;
import org.nachbarstrom.testing.ProblemPages;

class ProblemPagesTest {
  @Test
  void explainsEveryRejectionOnItsPage() {
    ProblemPages.check("edifact", InterchangeRejection.values());
  }
}
