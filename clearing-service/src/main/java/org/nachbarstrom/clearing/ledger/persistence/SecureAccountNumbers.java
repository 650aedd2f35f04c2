package org.nachbarstrom.clearing.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.AccountNumbers;

/** Account numbers from the operating system's random source. */
@ApplicationScoped
class SecureAccountNumbers implements AccountNumbers {
  private final SecureRandom random = new SecureRandom();

  @Override
  public AccountNumber next() {
    byte[] bytes = new byte[AccountNumber.BYTES];
    random.nextBytes(bytes);
    return AccountNumber.of(bytes);
  }
}
