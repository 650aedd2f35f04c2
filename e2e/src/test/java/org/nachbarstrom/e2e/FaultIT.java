package org.nachbarstrom.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.suite.launch.Supervisor;

/** Each service is killed while work is on its way through it, and started again. */
class FaultIT {

  @ParameterizedTest
  @ValueSource(strings = {"edifact", "metering", "pricing", "settlement", "clearing"})
  void losesAndDoublesNothingWhenAServiceIsKilled(String service) {
    Supervisor installation = Installation.shared();
    Utility utility = new Utility(installation, "killed-" + service);
    utility.declare(Lane.declaration());
    utility.bringAccepted(Lane.values("KILL1"));
    if (service.equals("edifact")) {
      // Its work is the outbox that it has just filled.
      installation.kill(service);
      String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
      installation.restart(service);
      assertCleared(utility, closing, 1, "first_micro_euro");
      return;
    }
    String closing = utility.close(Lane.COMMUNITY, Lane.FROM, Lane.TO);
    installation.kill(service);
    installation.restart(service);
    assertCleared(utility, closing, 1, "first_micro_euro");

    // Once more while a correction is under way, this time down from the beginning.
    installation.kill(service);
    utility.bringAccepted(Lane.correction("KILL2"));
    installation.restart(service);
    assertCleared(utility, closing, 2, "corrected_micro_euro");
  }

  private static void assertCleared(Utility utility, String closing, int version, String balances) {
    utility.awaitCleared(closing, version);
    assertThat(utility.balances()).isEqualTo(Lane.balances(balances));
    utility.assertBooksAgree();
  }
}
