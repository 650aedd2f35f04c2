package org.nachbarstrom.pricing.tariff.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code tariff_version}: the head of one version, written once. */
@Entity
@Immutable
@Table(name = "tariff_version")
class TariffEntity {
  @Id long number;
  String tenant = "";

  @Column(name = "tariff")
  String id = "";

  String name = "";
  boolean current;
}
