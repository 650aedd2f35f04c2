package org.nachbarstrom.edifact;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.dispatch.DispatchRejection;
import org.nachbarstrom.edifact.interchange.InterchangeRejection;
import org.nachbarstrom.edifact.partner.PartnerRejection;
import org.nachbarstrom.edifact.subscription.SubscriptionRejection;
import org.nachbarstrom.testing.ProblemPages;

class ProblemPagesTest {
  @Test
  void explainsEveryRejectionOnItsPage() {
    ProblemPages.check(
        "edifact",
        InterchangeRejection.values(),
        PartnerRejection.values(),
        DispatchRejection.values(),
        SubscriptionRejection.values());
  }
}
