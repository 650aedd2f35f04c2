package org.nachbarstrom.clearing.ledger;

import java.time.Instant;

/**
 * An account of a tenant's ledger.
 *
 * @param number its name on the chain
 * @param key what it is for; no two accounts of a tenant have the same
 * @param openedAt when it was first mentioned, UTC
 */
public record Account(AccountNumber number, AccountKey key, Instant openedAt) {}
