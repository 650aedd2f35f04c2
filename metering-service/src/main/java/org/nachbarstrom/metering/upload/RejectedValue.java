package org.nachbarstrom.metering.upload;

/**
 * Something of an upload that was not taken.
 *
 * @param line number of the line or row in the file, from 1
 * @param pointer JSON pointer into the line, or name of the column; empty: all of it
 * @param fault what is wrong
 * @param detail sentence for a person
 * @param values how many values were not taken because of it, as far as they could be told
 */
public record RejectedValue(long line, String pointer, Fault fault, String detail, int values) {
  private static final int LONGEST = 300;

  /** Shortens what would be too long to keep and drops what cannot be kept as text. */
  public RejectedValue {
    pointer = shortened(pointer);
    detail = shortened(detail);
  }

  private static String shortened(String text) {
    String storable = text.replace('\0', '\uFFFD');
    return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST - 1) + "…";
  }
}
