package org.nachbarstrom.support;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Hibernate Reactive is active only where there is an entity. */
@Entity
@Table(name = "note")
public class SampleEntity {
  @Id public String id = "";
}
