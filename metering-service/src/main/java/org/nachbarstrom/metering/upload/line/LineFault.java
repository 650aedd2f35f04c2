package org.nachbarstrom.metering.upload.line;

import org.nachbarstrom.metering.upload.Fault;

/** Ends the reading of a line of which nothing can be taken. */
final class LineFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final Fault fault;

  LineFault(String pointer, Fault fault, String detail) {
    super(detail, null, false, false);
    this.pointer = pointer;
    this.fault = fault;
  }

  String pointer() {
    return pointer;
  }

  Fault fault() {
    return fault;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
