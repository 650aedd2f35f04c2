package org.nachbarstrom.edifact.partner;

import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.quantities.DateRange;

/**
 * A role that a partner has for some time.
 *
 * @param role the role
 * @param valid local dates of Europe/Berlin
 */
public record RoleAssignment(MarketRole role, DateRange valid) {}
