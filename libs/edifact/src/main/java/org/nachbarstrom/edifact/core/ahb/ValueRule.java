package org.nachbarstrom.edifact.core.ahb;

/**
 * What remains to be checked of a value whose codes have been judged.
 *
 * @param maxDecimals most decimals of its number
 * @param negative whether its number may be negative; minus zero is not
 * @param utcOnly whether its times must have offset +00
 * @param latestEpochSecond latest time allowed (the message time), in seconds since 1970; {@link
 *     Long#MAX_VALUE} if there is none
 */
public record ValueRule(
    int maxDecimals, boolean negative, boolean utcOnly, long latestEpochSecond) {}
