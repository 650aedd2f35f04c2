package org.nachbarstrom.settlement.booking;

/**
 * Why clearing refused a batch.
 *
 * @param code clearing's code
 */
public record Refusal(String code, String detail) {}
