package org.nachbarstrom.metering.upload.table;

import java.util.function.Predicate;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Files that need no mapping: text with commas, or the first sheet of a workbook. */
public final class PlainTable {
  private PlainTable() {}

  /**
   * Calls for each row, empty ones too, until one answers false.
   *
   * @throws ProblemException {@link UploadRejection#UNREADABLE_FILE} if the file is not of its
   *     kind, {@link UploadRejection#UPLOAD_TOO_LARGE} if it unpacks to too much
   */
  public static void forEach(UploadKind kind, byte[] bytes, Predicate<TableRow> action) {
    ReadTable.forEach(
        kind, bytes, new Plan.Layout(CsvTable.guess(bytes), ',', null, 0, true), action);
  }
}
