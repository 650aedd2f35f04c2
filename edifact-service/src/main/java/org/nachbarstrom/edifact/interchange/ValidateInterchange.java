package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Checks an interchange by the same rules as {@link ReceiveInterchange}, those of its sender
 * included, and keeps nothing. It is not looked up whether it came before or what it cancels.
 */
@ApplicationScoped
public class ValidateInterchange {
  private static final int MAX_REFUSED = 1_000;

  private final OpenArrival opening;
  private final TenantTransactions transactions;

  ValidateInterchange(OpenArrival opening, TenantTransactions transactions) {
    this.opening = opening;
    this.transactions = transactions;
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
   * Checks an interchange to its end. Must be called on a Vert.x context.
   *
   * @param lenient take point and comma alike as decimal mark, also if the sender must not
   * @param handbook version of the message description to check by; empty to go by the partner's
   *     rules and UNH
   */
  public Uni<Outcome> validate(
      Tenant tenant, ReceivedFile file, boolean lenient, Optional<String> handbook) {
    return opening
        .look(file)
        .chain(looked ->
            transactions
                .inTransaction(tenant, () -> opening.options(looked))
                .map(options -> chosen(options, lenient, handbook))
                .chain(options -> OffLoop.compute(() -> read(file, looked, options))))
        .onFailure(NotUnpackedException.class)
        .recoverWithItem(failure -> unchecked(failure.outcome()));
  }

  private static ReadOptions chosen(
      ReadOptions options, boolean lenient, Optional<String> handbook) {
    ReadOptions chosen = options.withLenient(lenient || options.lenient()).withAcceptTest(true);
    return handbook.map(chosen::withHandbook).orElse(chosen);
  }

  private static Outcome unchecked(ReceiveOutcome.NotUnpacked outcome) {
    return new Unchecked(outcome.rejection(), outcome.detail());
  }

  private Outcome read(ReceivedFile file, OpenArrival.Looked looked, ReadOptions options)
      throws IOException {
    try (Reading reading = opening.read(file, looked, options)) {
      return new Checked(report(reading));
    }
  }

  private static Report report(Reading reading) throws IOException {
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
