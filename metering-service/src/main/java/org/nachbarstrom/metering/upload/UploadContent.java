package org.nachbarstrom.metering.upload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.metering.reading.ReadingDelivery;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/** What an upload says, as far as it can be taken, and what is wrong with it. Bounded. */
public final class UploadContent {
  /** Faults that one upload may have. */
  public static final int MOST_REJECTIONS = 100_000;

  private static final int REJECTIONS_TOLD = 100;

  /** Lines or rows that one upload may have. */
  public static final int MOST_LINES = 2_000_000;

  private final KeptValues.Kept kept;
  private final GatheredValues values = new GatheredValues();
  private final GatheredReadings readings = new GatheredReadings();
  private final List<RejectedValue> rejections = new ArrayList<>();
  private long lines;
  private long rejectedLines;
  private long rejectedValues;
  private long repeatedValues;
  private int late;

  /**
   * Nothing yet.
   *
   * @param kept from when on values are kept; those from before are rejected
   */
  public UploadContent(KeptValues.Kept kept) {
    this.kept = kept;
  }

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

  /** Whether values of the object at the moment are kept no longer, so that none are written. */
  public boolean isLate(String object, Instant moment) {
    return kept.erased(object, moment);
  }

  /** The sentence about values that are late. */
  public String lateDetail() {
    return "Values are kept from %s on only.".formatted(kept.keptFrom().orElseThrow());
  }

  /** Notes that what was added just now is not written, because it is late. */
  public void addedLate(Addition addition) {
    late += addition == Addition.ADDED ? 1 : 0;
  }

  /** Calls for each batch of values to be written. */
  void forEachBatch(Consumer<Batch> action) {
    Batch.forEach(
        values,
        (key, day) -> !isLate(key.accountingPoint().value(), QuarterHours.startOf(day, 0)),
        action);
  }

  /**
   * The readings to be written as documents.
   *
   * @param origin of the upload
   */
  List<ReadingDelivery> documents(Origin origin) {
    return readings.documents(origin, (object, at) -> !isLate(object.id(), at));
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
    return values.size() + readings.size() == late;
  }
}
