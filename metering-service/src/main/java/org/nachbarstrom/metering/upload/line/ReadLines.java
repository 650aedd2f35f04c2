package org.nachbarstrom.metering.upload.line;

import java.io.IOException;
import java.io.InputStream;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Reads lines of JSON as they come, each a run of quarter-hour energies or some readings. A wrong
 * line costs itself, a wrong value in a line the value. The form of a line is {@code
 * schemas/upload-line/v1/schema.json}.
 */
public final class ReadLines {
  /** Bytes that a line may have. */
  public static final int LONGEST_LINE = LineSplitter.LONGEST_LINE;

  /** Values or readings that a line may have. */
  public static final int MOST_VALUES = LineMembers.MOST_VALUES;

  private static final int LINES_BETWEEN_SIGNS = 1_000;

  private final UploadContent content;
  private final LineMembers members = new LineMembers();
  private final LineMeaning meaning;
  private final Runnable signOfLife;

  private ReadLines(UploadContent content, Runnable signOfLife) {
    this.content = content;
    this.meaning = new LineMeaning(content);
    this.signOfLife = signOfLife;
  }

  /**
   * Reads all lines.
   *
   * @param content takes what they say, and what is wrong
   * @param signOfLife is called every now and then
   * @throws IOException if the stream breaks off
   * @throws ProblemException if there is too much of it, or too much is wrong
   */
  public static void read(InputStream lines, UploadContent content, Runnable signOfLife)
      throws IOException {
    ReadLines reading = new ReadLines(content, signOfLife);
    LineSplitter splitter = new LineSplitter(lines);
    while (splitter.next()) {
      reading.line(splitter);
    }
  }

  private void line(LineSplitter splitter) {
    if (splitter.number() % LINES_BETWEEN_SIGNS == 0) {
      signOfLife.run();
    }
    if (splitter.isBlank()) {
      return;
    }
    content.line();
    members.clear();
    try {
      if (splitter.tooLong()) {
        throw new LineFault(
            "",
            Fault.LINE_TOO_LONG,
            "A line has at most %,d bytes.".formatted(LineSplitter.LONGEST_LINE));
      }
      LineParser.parse(splitter.bytes(), splitter.length(), members);
      meaning.take(splitter.number(), members);
    } catch (LineFault wrong) {
      content.rejectLine(
          new RejectedValue(
              splitter.number(), wrong.pointer(), wrong.fault(), wrong.detail(), members.size()));
    }
  }
}
