package org.nachbarstrom.quantities;

/** Probe. */
public record Energy(long milliWattHours) {}
