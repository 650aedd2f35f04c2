/**
 * Energy, money, prices, time and identifiers of the energy market, exact and free of frameworks.
 *
 * <p>Owns: units, scales, roundings, half-open intervals, delivery days, check digits. Does not
 * own: any rule about who gets or pays what.
 */
@NullMarked
package org.nachbarstrom.quantities;

import org.jspecify.annotations.NullMarked;
