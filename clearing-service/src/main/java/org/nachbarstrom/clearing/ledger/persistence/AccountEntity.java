package org.nachbarstrom.clearing.ledger.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.nachbarstrom.clearing.ledger.Account;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.support.tenancy.Tenant;

/** Row of the table {@code account}. */
@Entity
@Immutable
@Table(name = "account")
class AccountEntity {
  @Id String number = "";

  @Column(nullable = false)
  String tenant = "";

  @Column(nullable = false)
  String key = "";

  @Column(name = "opened_at", nullable = false)
  Instant openedAt = Instant.EPOCH;

  static AccountEntity of(Tenant tenant, Account account) {
    AccountEntity entity = new AccountEntity();
    entity.tenant = tenant.id();
    entity.number = account.number().value();
    entity.key = account.key().value();
    entity.openedAt = account.openedAt();
    return entity;
  }

  Account toAccount() {
    return new Account(new AccountNumber(number), new AccountKey(key), openedAt);
  }
}
