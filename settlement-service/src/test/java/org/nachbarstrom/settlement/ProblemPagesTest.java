package org.nachbarstrom.settlement;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.settlement.booking.BookingRejection;
import org.nachbarstrom.settlement.party.PartyRejection;
import org.nachbarstrom.settlement.run.RunRejection;
import org.nachbarstrom.testing.ProblemPages;

class ProblemPagesTest {
  @Test
  void everyRejectionHasItsPage() {
    ProblemPages.check(
        "settlement", BookingRejection.values(), PartyRejection.values(), RunRejection.values());
  }
}
