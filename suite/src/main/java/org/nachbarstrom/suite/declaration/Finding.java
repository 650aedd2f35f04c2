package org.nachbarstrom.suite.declaration;

/**
 * Something wrong in a declaration file.
 *
 * @param line of the file, from 1
 * @param pointer JSON pointer of the field
 * @param message what is wrong and what is expected
 */
public record Finding(int line, String pointer, String message) {

  /** For people: {@code file:line: field: message}. */
  public String describe(String file) {
    return file + ":" + line + ": " + (pointer.isEmpty() ? "file" : pointer) + ": " + message;
  }
}
