package org.nachbarstrom.metering.accountingpoint.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.tenancy.Tenant;

/** One revision of a declared accounting point. */
@Entity
@Table(name = "accounting_point")
class AccountingPointRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  String tenant = "";

  @Column(name = "accounting_point")
  String accountingPoint = "";

  int revision;
  String direction = "";

  @Column(name = "valid_from")
  @Nullable LocalDate validFrom;

  @Column(name = "valid_to")
  @Nullable LocalDate validTo;

  @Column(name = "recorded_at")
  Instant recordedAt = Instant.EPOCH;

  static AccountingPointRow of(Tenant tenant, AccountingPoints.Revised revised, Instant now) {
    AccountingPointRow row = new AccountingPointRow();
    row.tenant = tenant.id();
    row.accountingPoint = revised.point().id().value();
    row.revision = revised.revision();
    row.direction = revised.point().direction().name();
    row.validFrom = revised.point().validFrom();
    row.validTo = revised.point().validTo();
    row.recordedAt = now;
    return row;
  }

  AccountingPoints.Revised revised() {
    return new AccountingPoints.Revised(
        new AccountingPoint(
            new AccountingPointId(accountingPoint),
            EnergyDirection.valueOf(direction),
            validFrom,
            validTo),
        revision);
  }
}
