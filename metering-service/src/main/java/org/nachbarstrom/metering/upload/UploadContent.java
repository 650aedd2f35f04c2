package org.nachbarstrom.metering.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/** What an upload says, as far as it can be taken, and what is wrong with it. Bounded. */
public final class UploadContent {
  /** Faults that one upload may have. */
  public static final int MOST_REJECTIONS = 100_000;

  private static final int REJECTIONS_TOLD = 100;

  /** Lines or rows that one upload may have. */
  public static final int MOST_LINES = 2_000_000;

  private final GatheredValues values = new GatheredValues();
  private final GatheredReadings readings = new GatheredReadings();
  private final List<RejectedValue> rejections = new ArrayList<>();
  private long lines;
  private long rejectedLines;
  private long rejectedValues;
  private long repeatedValues;

  /** The quarter-hour values. */
  public GatheredValues values() {
    return values;
  }

  /** The register readings. */
  public GatheredReadings readings() {
    return readings;
  }

  /** What is wrong, in the order of lines once {@link #sort} was called. */
  public List<RejectedValue> rejections() {
    return Collections.unmodifiableList(rejections);
  }

  /**
   * Counts a line that holds something.
   *
   * @throws ProblemException {@link UploadRejection#UPLOAD_TOO_LARGE}
   */
  public void line() {
    if (++lines > MOST_LINES) {
      throw new ProblemException(
          UploadRejection.UPLOAD_TOO_LARGE,
          "The upload has more than %,d lines.".formatted(MOST_LINES));
    }
  }

  /** Notes that nothing of a line is taken. */
  public void rejectLine(RejectedValue rejection) {
    rejectedLines++;
    reject(rejection);
  }

  /**
   * Notes a fault.
   *
   * @throws ProblemException {@link UploadRejection#TOO_MANY_REJECTIONS}
   */
  public void reject(RejectedValue rejection) {
    rejectedValues += rejection.values();
    rejections.add(rejection);
    if (rejections.size() > MOST_REJECTIONS) {
      throw new ProblemException(
          UploadRejection.TOO_MANY_REJECTIONS,
          "More than %,d lines or values are wrong.".formatted(MOST_REJECTIONS),
          rejections.stream().limit(REJECTIONS_TOLD).map(UploadContent::told).toList());
    }
  }

  private static FieldError told(RejectedValue rejection) {
    return new FieldError(
        "/lines/" + rejection.line() + rejection.pointer(),
        rejection.fault().name(),
        rejection.detail());
  }

  /**
   * Notes what adding a value came to.
   *
   * @param what says what the value is of, if it has to be rejected
   */
  public void added(Addition addition, long line, String pointer, Object what) {
    switch (addition) {
      case ADDED -> {}
      case AGAIN -> repeatedValues++;
      case CONFLICT ->
          reject(
              new RejectedValue(
                  line,
                  pointer,
                  Fault.VALUE_TWICE,
                  "There is another value of " + what + " before; that one counts.",
                  1));
    }
  }

  /** Puts the rejections in the order of lines. */
  public void sort() {
    rejections.sort(Comparator.comparingLong(RejectedValue::line));
  }

  /** The counts as far as reading can tell them. */
  public UploadCounts counts() {
    return new UploadCounts(lines, rejectedLines, 0, 0, 0, 0, repeatedValues, rejectedValues, 0);
  }

  /** Whether nothing can be written. */
  public boolean isEmpty() {
    return values.size() == 0 && readings.size() == 0;
  }
}
