package org.nachbarstrom.settlement.statement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that a statement covers; a closing that has one of them is in it as a whole.
 *
 * @param from first local day; absent: from the beginning
 * @param to first local day after; absent: without end
 */
public record StatementPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {}
