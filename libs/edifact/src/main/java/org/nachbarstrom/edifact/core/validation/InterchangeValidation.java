package org.nachbarstrom.edifact.core.validation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;

/** Checks interchanges without a running service. */
public final class InterchangeValidation {
  private InterchangeValidation() {}

  /**
   * Checks an interchange to its end.
   *
   * @throws IOException if the stream fails; nothing in the content makes it throw
   */
  public static ValidationReport validate(InputStream in, ReadOptions options) throws IOException {
    List<MessageVerdict> messages = new ArrayList<>();
    InterchangeResult result = validate(in, options, messages::add);
    return new ValidationReport(result, messages);
  }

  /**
   * Checks an interchange to its end and hands over the verdict on each message in turn. Memory
   * does not grow with the interchange.
   *
   * @return what is known about the interchange as a whole; a syntax error refuses all its messages
   * @throws IOException if the stream fails; nothing in the content makes it throw
   */
  public static InterchangeResult validate(
      InputStream in, ReadOptions options, Consumer<MessageVerdict> verdicts) throws IOException {
    return MsconsReader.read(in, options, message -> verdicts.accept(verdict(message)));
  }

  private static MessageVerdict verdict(MessageResult message) {
    return switch (message) {
      case MessageResult.Accepted accepted ->
          new MessageVerdict(accepted.facts(), accepted.content().valueCount(), List.of(), 0);
      case MessageResult.Acknowledgement other ->
          new MessageVerdict(other.facts(), 0, List.of(), 0);
      case MessageResult.Refused refused ->
          new MessageVerdict(refused.facts(), 0, refused.findings(), refused.findingCount());
    };
  }
}
