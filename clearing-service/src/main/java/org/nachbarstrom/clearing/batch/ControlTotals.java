package org.nachbarstrom.clearing.batch;

/**
 * What settlement says the batch adds up to.
 *
 * @param bookings number of bookings
 * @param amountMicroEuro sum of their amounts, 10⁻⁶ EUR
 * @param energyMilliWattHours sum of their energies, 10⁻⁶ kWh
 */
public record ControlTotals(long bookings, long amountMicroEuro, long energyMilliWattHours) {}
