package org.nachbarstrom.clearing;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.clearing.batch.BatchRejection;
import org.nachbarstrom.clearing.chain.ChainRejection;
import org.nachbarstrom.clearing.ledger.LedgerRejection;
import org.nachbarstrom.clearing.proof.ProofRejection;
import org.nachbarstrom.testing.ProblemPages;

class ProblemPagesTest {
  @Test
  void explainsEveryRejectionOnItsPage() {
    ProblemPages.check(
        "clearing",
        BatchRejection.values(),
        LedgerRejection.values(),
        ProofRejection.values(),
        ChainRejection.values());
  }
}
