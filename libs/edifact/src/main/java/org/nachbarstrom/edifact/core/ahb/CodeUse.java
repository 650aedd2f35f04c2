package org.nachbarstrom.edifact.core.ahb;

/** A code that a data element may have. */
public final class CodeUse {
  private final String code;
  private final Status status;

  CodeUse(String code, Status status) {
    this.code = code;
    this.status = status;
  }

  /** The code as sent. */
  public String code() {
    return code;
  }

  /** Its status expression as in the handbook, for example {@code X [4P0..1]}. */
  public String statusText() {
    return status.text();
  }

  Status status() {
    return status;
  }

  @Override
  public String toString() {
    return code;
  }
}
