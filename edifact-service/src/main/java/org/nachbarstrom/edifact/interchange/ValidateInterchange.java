package org.nachbarstrom.edifact.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeKind;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;

/** Checks an interchange by the same rules as {@link ReceiveInterchange} and keeps nothing. */
@ApplicationScoped
public class ValidateInterchange {
  private static final int MAX_REFUSED = 1_000;

  private final ReceiveSettings settings;

  ValidateInterchange(ReceiveSettings settings) {
    this.settings = settings;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It was read to its end. */
  public record Checked(Report report) implements Outcome {}

  /** It could not be unpacked within the limits. */
  public record Unchecked(InterchangeRejection rejection, String detail) implements Outcome {}

  /**
   * What is wrong with an interchange.
   *
   * @param result its header and syntax errors
   * @param messageCount number of messages
   * @param validCount number of messages without findings
   * @param refused messages with findings in order; the first thousand
   */
  public record Report(
      InterchangeResult result, int messageCount, int validCount, List<ReceivedMessage> refused) {
    /** A report. */
    public Report {
      refused = List.copyOf(refused);
    }

    /** Whether everything would be taken. */
    public boolean valid() {
      return result.syntaxValid() && validCount == messageCount;
    }
  }

  /**
   * Checks an interchange to its end; blocks.
   *
   * @param lenient take point and comma alike as decimal mark, also if the settings do not
   * @param handbook version of the message description to check by; empty to go by UNH
   * @throws IOException if the file cannot be read
   */
  public Outcome validate(ReceivedFile file, boolean lenient, Optional<String> handbook)
      throws IOException {
    ReadOptions options =
        settings.readOptions().withLenient(lenient || settings.lenient()).withAcceptTest(true);
    ReadOptions chosen = handbook.map(options::withHandbook).orElse(options);
    try (InputStream beginning = Unpacking.open(file, settings)) {
      String type = InterchangeKind.of(beginning).messageType();
      try (Reading reading = Reading.open(Unpacking.open(file, settings), chosen, type)) {
        return new Checked(read(reading));
      }
    } catch (NotUnpackedException failed) {
      ReceiveOutcome.NotUnpacked outcome = failed.outcome();
      return new Unchecked(outcome.rejection(), outcome.detail());
    }
  }

  private static Report read(Reading reading) throws IOException {
    List<ReceivedMessage> refused = new ArrayList<>();
    int count = 0;
    int valid = 0;
    for (List<ReadMessage> batch = reading.next(); !batch.isEmpty(); batch = reading.next()) {
      for (ReadMessage read : batch) {
        count++;
        if (read.message().accepted()) {
          valid++;
        } else if (refused.size() < MAX_REFUSED) {
          refused.add(read.message());
        }
      }
    }
    return new Report(reading.result(), count, valid, refused);
  }
}
