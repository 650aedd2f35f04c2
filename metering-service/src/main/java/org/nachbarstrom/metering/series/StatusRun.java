package org.nachbarstrom.metering.series;

/**
 * The status of some values in a row.
 *
 * @param status theirs
 * @param index the first of them, counted from 0
 * @param count how many
 */
public record StatusRun(ValueStatus status, int index, int count) {}
