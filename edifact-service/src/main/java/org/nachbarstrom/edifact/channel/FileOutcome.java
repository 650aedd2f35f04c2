package org.nachbarstrom.edifact.channel;

import java.util.Arrays;

/** What came of a file. */
final class FileOutcome {
  private final boolean taken;
  private final byte[] json;

  /**
   * An outcome.
   *
   * @param taken whether the file needs nobody's attention
   * @param json what came of it, for people and programs
   */
  FileOutcome(boolean taken, byte[] json) {
    this.taken = taken;
    this.json = Arrays.copyOf(json, json.length);
  }

  boolean taken() {
    return taken;
  }

  byte[] json() {
    return json;
  }
}
