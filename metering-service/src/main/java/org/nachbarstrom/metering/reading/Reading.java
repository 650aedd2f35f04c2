package org.nachbarstrom.metering.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * What a register showed.
 *
 * @param obis the register as sent; codes that differ only in medium and channel are the same
 * @param value exact, at least 0; kWh for active energy
 * @param quality of the value
 * @param at the moment that counts (Nutzungszeitpunkt)
 * @param readOn local date on which it was read, if said
 * @param readAt when it was read, if said
 * @param changedAt when the metering technology was changed, if the reading is one of a change
 * @param status what else was said
 */
public record Reading(
    ObisCode obis,
    BigDecimal value,
    ValueQuality quality,
    Instant at,
    @Nullable LocalDate readOn,
    @Nullable Instant readAt,
    @Nullable Instant changedAt,
    ValueStatus status) {}
