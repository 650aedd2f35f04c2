package org.nachbarstrom.metering.upload.table;

import org.nachbarstrom.metering.upload.Fault;

/** Ends the reading of a row, or of a value of it, of which nothing can be taken. */
final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final Fault fault;
  private final int values;

  RowFault(String column, Fault fault, String detail, int values) {
    super(detail, null, false, false);
    this.column = column;
    this.fault = fault;
    this.values = values;
  }

  /** The same for so many values. */
  RowFault of(int count) {
    return new RowFault(column, fault, detail(), count);
  }

  String column() {
    return column;
  }

  Fault fault() {
    return fault;
  }

  int values() {
    return values;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
