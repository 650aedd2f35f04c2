package org.nachbarstrom.metering.retention;

import java.time.Instant;

/**
 * A decision whether values of a point are kept beyond the horizon, as for a dispute.
 *
 * @param accountingPoint whose values
 * @param revision from 1
 * @param held whether they are kept
 * @param reason for people
 * @param decidedBy who decided
 * @param decidedAt when
 */
public record Hold(
    String accountingPoint,
    int revision,
    boolean held,
    String reason,
    String decidedBy,
    Instant decidedAt) {}
