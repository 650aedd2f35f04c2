package org.nachbarstrom.settlement.party.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.party.Party;
import org.nachbarstrom.settlement.party.PartyId;

/** A row of {@code party}; written by upsert only. */
@Entity
@Immutable
@Table(name = "party")
@IdClass(PartyEntity.Key.class)
class PartyEntity {
  @Id String tenant = "";
  @Id String id = "";
  String name = "";
  @Nullable String email;

  Party toParty() {
    return new Party(new PartyId(id), name, Optional.ofNullable(email));
  }

  /** Identity of a row. */
  record Key(String tenant, String id) implements Serializable {}
}
