package org.nachbarstrom.settlement.party;

import java.util.Optional;

/**
 * Somebody who pays and is paid.
 *
 * @param name for a person to read
 * @param email where statements go
 */
public record Party(PartyId id, String name, Optional<String> email) {}
