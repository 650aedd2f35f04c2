package org.nachbarstrom.suite.declaration;

import java.time.LocalDate;

/**
 * Something that holds from a day up to and without another.
 *
 * @param pointer where it is declared
 * @param what it is
 */
record Span(String pointer, String what, LocalDate from, LocalDate to) {
  boolean overlaps(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
