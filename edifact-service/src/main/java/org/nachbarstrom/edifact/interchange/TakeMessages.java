package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.acknowledgement.TakeAcknowledgements;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.mscons.MeteringEvents;
import org.nachbarstrom.edifact.mscons.ReceivedContent;

/** Stores messages and hands on what they carry. Runs inside the caller's transaction. */
@ApplicationScoped
class TakeMessages {
  /** What a cancellation can take back; load profiles are sent again instead. */
  private static final Set<ContentKind> CANCELLABLE =
      Set.of(
          ContentKind.REGISTER_READINGS, ContentKind.ENERGY_QUANTITIES, ContentKind.OTHER_SERIES);

  private final InterchangeStore store;
  private final MeteringEvents events;
  private final TakeAcknowledgements acknowledgements;

  TakeMessages(
      InterchangeStore store, MeteringEvents events, TakeAcknowledgements acknowledgements) {
    this.store = store;
    this.events = events;
    this.acknowledgements = acknowledgements;
  }

  /** Takes the next messages of an interchange. */
  Uni<Void> take(Arrival arrival, InterchangeHeader header, List<ReadMessage> batch) {
    return judge(header, batch)
        .chain(judged -> {
          List<ReceivedMessage> messages = judged.stream().map(ReadMessage::message).toList();
          arrival.add(messages);
          return store
              .addMessages(arrival.tenant(), arrival.id(), messages)
              .chain(() -> events.publish(arrival.tenant(), contents(arrival, header, judged)))
              .chain(() ->
                  acknowledgements.take(
                      arrival.tenant(),
                      new TakeAcknowledgements.Source(arrival.id(), header, arrival.receivedAt()),
                      acknowledgements(judged)));
        });
  }

  private static List<ReceivedContent> contents(
      Arrival arrival, InterchangeHeader header, List<ReadMessage> judged) {
    List<ReceivedContent> contents = new ArrayList<>();
    for (ReadMessage read : judged) {
      if (read.carried() instanceof Carried.Values(var content)) {
        contents.add(
            new ReceivedContent(header, arrival.receivedAt(), read.message().facts(), content));
      }
    }
    return contents;
  }

  private static List<Acknowledgement> acknowledgements(List<ReadMessage> judged) {
    List<Acknowledgement> told = new ArrayList<>();
    for (ReadMessage read : judged) {
      if (read.carried() instanceof Carried.Answer(var acknowledgement)) {
        told.add(acknowledgement);
      }
    }
    return told;
  }

  /** Refuses cancellations of documents that the sender never sent or that were refused. */
  private Uni<List<ReadMessage>> judge(InterchangeHeader header, List<ReadMessage> batch) {
    Set<String> wanted = new HashSet<>();
    for (ReadMessage read : batch) {
      if (read.carried() instanceof Carried.Values(Cancellation cancellation)) {
        wanted.add(cancellation.cancelledDocument());
      }
    }
    return wanted.isEmpty()
        ? Uni.createFrom().item(batch)
        : store
            .documents(header.sender(), wanted, CANCELLABLE)
            .map(stored -> judge(batch, new HashSet<>(stored)));
  }

  /** A document may be cancelled by a later message of the same interchange. */
  private static List<ReadMessage> judge(List<ReadMessage> batch, Set<String> known) {
    List<ReadMessage> judged = new ArrayList<>();
    for (ReadMessage read : batch) {
      if (read.carried() instanceof Carried.Values(Cancellation cancellation)
          && !known.contains(cancellation.cancelledDocument())) {
        judged.add(read.refused(unknown(read.message(), cancellation)));
      } else {
        judged.add(read);
        if (CANCELLABLE.contains(read.message().content())) {
          known.add(read.message().facts().documentNumber());
        }
      }
    }
    return judged;
  }

  private static Finding unknown(ReceivedMessage message, Cancellation cancellation) {
    String document = cancellation.cancelledDocument();
    return new Finding(
        FindingCode.REFERENCE_UNKNOWN,
        new Position(message.facts().header().reference(), 0, "RFF", 1, 2),
        "no document " + document + " of yours was taken that can be cancelled");
  }
}
