package org.nachbarstrom.edifact.core.ahb;

/** The word before an expression. */
enum Modal {
  MUSS("Muss", true),
  SOLL("Soll", false),
  KANN("Kann", false),
  X("X", true),
  M("M", true);

  private final String word;
  private final boolean requires;

  Modal(String word, boolean requires) {
    this.word = word;
    this.requires = requires;
  }

  String word() {
    return word;
  }

  /** Whether something is missing where it holds and nothing was sent. */
  boolean requires() {
    return requires;
  }
}
