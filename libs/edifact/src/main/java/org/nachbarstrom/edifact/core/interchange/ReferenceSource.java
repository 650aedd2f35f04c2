package org.nachbarstrom.edifact.core.interchange;

/**
 * Gives references of interchanges (UNB 0020, Datenaustauschreferenz). A sender must never use one
 * twice, so a source that outlives the process remembers what it gave.
 */
@FunctionalInterface
public interface ReferenceSource {
  /** The next reference: 1 to 14 digits and capital letters, never given before. */
  String next();
}
