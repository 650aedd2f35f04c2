package org.nachbarstrom.metering.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What the operator says of a consumer in a quarter-hour, in 10⁻⁶ kWh.
 *
 * @param allocated what he attributed to him
 * @param consumption what he metered; absent if his file does not say
 */
record OperatorCell(long allocated, @Nullable Long consumption) {}
