package org.nachbarstrom.clearing.batch;

import java.util.UUID;

/**
 * A booking as settlement asked for it, not yet checked.
 *
 * @param booking identity
 * @param component what it is for
 * @param accountingPoint point that caused it
 * @param debit key of the account that receives the energy and owes the money
 * @param credit key of the account that gives the energy and is owed the money
 * @param amountMicroEuro 10⁻⁶ EUR
 * @param energyMilliWattHours 10⁻⁶ kWh
 */
public record BookingLine(
    UUID booking,
    String component,
    String accountingPoint,
    String debit,
    String credit,
    long amountMicroEuro,
    long energyMilliWattHours) {}
