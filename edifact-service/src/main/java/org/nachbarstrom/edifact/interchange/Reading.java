package org.nachbarstrom.edifact.interchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;

/** Reads an interchange in batches small enough to be held in memory. Blocks; one at a time. */
final class Reading implements Closeable {
  private static final int BATCH_MESSAGES = 200;
  private static final int BATCH_VALUES = 200_000;

  private final InputStream in;
  private final boolean compressed;
  private final MsconsReader reader;
  private final List<ReceivedMessage> messages = new ArrayList<>();
  private int position;
  private int accepted;
  private long values;

  private Reading(InputStream in, ReadOptions options) {
    this.in = in;
    this.compressed = in instanceof Unpacking;
    this.reader = new MsconsReader(in, options);
  }

  static Reading open(InputStream text, ReadOptions options) {
    return new Reading(text, options);
  }

  /**
   * Some messages with the profiles of those that are right.
   *
   * @param messages answers in order; none at the end of the interchange
   * @param profiles messages with values
   */
  record Batch(List<ReceivedMessage> messages, List<Profile> profiles) {}

  /** A load profile with what names its message. */
  record Profile(MessageFacts facts, LoadProfile profile) {}

  Batch next() throws IOException {
    List<ReceivedMessage> batch = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    int batchValues = 0;
    while (batch.size() < BATCH_MESSAGES && batchValues < BATCH_VALUES) {
      Optional<MessageResult> next = reader.next();
      if (next.isEmpty()) {
        break;
      }
      ReceivedMessage message = answer(next.get());
      batch.add(message);
      batchValues += message.values();
      if (next.get() instanceof MessageResult.Accepted(MessageFacts facts, LoadProfile profile)
          && handedOn(profile)) {
        profiles.add(new Profile(facts, profile));
      }
    }
    messages.addAll(batch);
    return new Batch(batch, profiles);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  Optional<InterchangeHeader> header() {
    return reader.header();
  }

  InterchangeResult result() {
    return reader.result();
  }

  /** All answers so far. */
  List<ReceivedMessage> messages() {
    return messages;
  }

  /** Type of the first message so far; empty before it. */
  String messageType() {
    return messages.isEmpty() ? "" : messages.getFirst().facts().header().type();
  }

  boolean compressed() {
    return compressed;
  }

  int accepted() {
    return accepted;
  }

  long values() {
    return values;
  }

  private ReceivedMessage answer(MessageResult result) {
    position++;
    return switch (result) {
      case MessageResult.Accepted taken -> {
        int count = taken.content().valueCount();
        accepted++;
        values += count;
        yield new ReceivedMessage(
            position, taken.facts(), true, kind(taken.content()), count, List.of(), 0);
      }
      case MessageResult.Acknowledgement other -> {
        Position place = new Position(other.facts().header().reference(), 1, "UNH", 2, 1);
        Finding finding =
            new Finding(
                FindingCode.MESSAGE_TYPE_NOT_IMPORTED, place, "acknowledgements are not read");
        yield new ReceivedMessage(
            position, other.facts(), false, ContentKind.NONE, 0, List.of(finding), 1);
      }
      case MessageResult.Refused refused ->
          new ReceivedMessage(
              position,
              refused.facts(),
              false,
              ContentKind.NONE,
              0,
              refused.findings(),
              refused.findingCount());
    };
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

  /** Metering takes active energy of market locations. */
  private static boolean handedOn(LoadProfile profile) {
    return profile.object().kind() == MeteredObject.Kind.MARKET_LOCATION
        && profile.series().stream().anyMatch(series -> series.obis().direction().isPresent());
  }
}
