package org.nachbarstrom.metering.upload;

/** Forms of uploads. */
public enum UploadKind {
  /** One JSON object per line; written at once. */
  NDJSON,
  /** Text table; written after confirmation. */
  CSV,
  /** Workbook; written after confirmation. */
  XLSX
}
