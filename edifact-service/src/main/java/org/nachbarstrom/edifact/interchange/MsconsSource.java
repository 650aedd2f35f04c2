package org.nachbarstrom.edifact.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;

/** Messages of MSCONS; those of other types are refused. */
final class MsconsSource implements MessageSource {
  private final MsconsReader reader;
  private int position;

  MsconsSource(InputStream in, ReadOptions options) {
    this.reader = new MsconsReader(in, options);
  }

  @Override
  public Optional<ReadMessage> next() throws IOException {
    return reader.next().map(this::read);
  }

  @Override
  public InterchangeResult result() {
    return reader.result();
  }

  private ReadMessage read(MessageResult result) {
    position++;
    return switch (result) {
      case MessageResult.Accepted(MessageFacts facts, MsconsContent content) ->
          new ReadMessage(
              new ReceivedMessage(
                  position, facts, true, kind(content), content.valueCount(), List.of(), 0),
              new Carried.Values(content));
      case MessageResult.Acknowledgement(MessageFacts facts) -> misplaced(facts);
      case MessageResult.Refused refused ->
          refused(refused.facts(), refused.findings(), refused.findingCount());
    };
  }

  /** The first message decides how an interchange is read. */
  private ReadMessage misplaced(MessageFacts facts) {
    Position place = new Position(facts.header().reference(), 1, "UNH", 2, 1);
    String text = facts.header().type() + " cannot come in an interchange of another type";
    Finding finding = new Finding(FindingCode.MESSAGE_TYPE_NOT_IMPORTED, place, text);
    return refused(facts, List.of(finding), 1);
  }

  private ReadMessage refused(MessageFacts facts, List<Finding> findings, int count) {
    return new ReadMessage(
        new ReceivedMessage(position, facts, false, ContentKind.NONE, 0, findings, count),
        new Carried.Nothing());
  }

  private static ContentKind kind(MsconsContent content) {
    return switch (content) {
      case LoadProfile profile -> ContentKind.LOAD_PROFILE;
      case RegisterReadings readings -> ContentKind.REGISTER_READINGS;
      case EnergyQuantities quantities -> ContentKind.ENERGY_QUANTITIES;
      case Cancellation cancellation -> ContentKind.CANCELLATION;
      case OtherSeries other -> ContentKind.OTHER_SERIES;
    };
  }
}
