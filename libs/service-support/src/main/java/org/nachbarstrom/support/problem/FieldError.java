package org.nachbarstrom.support.problem;

/**
 * What is wrong at one place of a request.
 *
 * @param pointer JSON pointer (RFC 6901) or parameter name
 * @param code stable code of the single error
 * @param detail sentence for a person
 */
public record FieldError(String pointer, String code, String detail) {}
