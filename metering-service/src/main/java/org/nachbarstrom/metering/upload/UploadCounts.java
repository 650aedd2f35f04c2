package org.nachbarstrom.metering.upload;

/**
 * What became of an upload.
 *
 * @param lines lines or rows that hold something
 * @param rejectedLines those of which nothing was taken because of a fault
 * @param added values of quarter-hours for which nothing was known
 * @param changed values that replaced another
 * @param unchanged values that were known already
 * @param outdated values that do not count because a later message says something else
 * @param repeated values that the upload itself says again
 * @param rejected values, and readings, that were not taken because of a fault
 * @param readings register readings that were taken
 */
public record UploadCounts(
    long lines,
    long rejectedLines,
    long added,
    long changed,
    long unchanged,
    long outdated,
    long repeated,
    long rejected,
    long readings) {
  /** Nothing yet. */
  public static final UploadCounts NONE = new UploadCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Values of quarter-hours that count, and count because of this upload. */
  public long taken() {
    return added + changed;
  }

  /** Both together. */
  public UploadCounts plus(UploadCounts more) {
    return new UploadCounts(
        lines + more.lines,
        rejectedLines + more.rejectedLines,
        added + more.added,
        changed + more.changed,
        unchanged + more.unchanged,
        outdated + more.outdated,
        repeated + more.repeated,
        rejected + more.rejected,
        readings + more.readings);
  }
}
