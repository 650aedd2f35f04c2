package org.nachbarstrom.clearing.batch;

/**
 * Why the last attempt to anchor a posted batch failed; it is tried again.
 *
 * @param code stable code, such as {@code CLEARING-0042}
 * @param detail sentence that names the values concerned
 */
public record Alarm(String code, String detail) {}
