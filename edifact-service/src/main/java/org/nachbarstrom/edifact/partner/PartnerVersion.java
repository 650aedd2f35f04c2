package org.nachbarstrom.edifact.partner;

import java.time.Instant;

/**
 * What we knew of a partner from some instant on.
 *
 * @param number grows with each version of any partner; has gaps
 * @param recordedAt since when
 * @param partner the partner
 */
public record PartnerVersion(long number, Instant recordedAt, Partner partner) {}
