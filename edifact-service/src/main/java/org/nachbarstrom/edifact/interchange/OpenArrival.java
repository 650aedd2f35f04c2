package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.nachbarstrom.edifact.core.EnvelopeKnowledge;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeKind;
import org.nachbarstrom.edifact.interchange.Arrival.Opened;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Opens interchanges by the rules that hold for their sender. */
@ApplicationScoped
class OpenArrival {
  private final Partners partners;
  private final ReceiveSettings settings;
  private final Clock clock;

  OpenArrival(Partners partners, ReceiveSettings settings, Clock clock) {
    this.partners = partners;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What a file is.
   *
   * @param kind header and type of what is in it
   * @param compressed whether it is gzip
   * @param receivedAt when it was received
   */
  record Looked(InterchangeKind kind, boolean compressed, Instant receivedAt) {}

  /** Looks at the beginning of a file. */
  Uni<Looked> look(ReceivedFile file) {
    Instant now = clock.instant();
    return OffLoop.compute(() -> {
      try (InputStream text = Unpacking.open(file, settings)) {
        return new Looked(InterchangeKind.of(text), text instanceof Unpacking, now);
      }
    });
  }

  /** Opens a file to be read; runs inside the caller's transaction. */
  Uni<Arrival> open(Tenant tenant, ReceivedFile file, Looked looked) {
    return partners(looked)
        .chain(known ->
            OffLoop.compute(() -> {
              Reading reading = read(file, looked, options(looked, known));
              Opened opened = new Opened(looked.kind(), looked.compressed(), known, reading);
              return new Arrival(tenant, looked.receivedAt(), file, opened);
            }));
  }

  /** How a file is read; runs inside the caller's transaction. */
  Uni<ReadOptions> options(Looked looked) {
    return partners(looked).map(known -> options(looked, known));
  }

  /** Reads a file; blocks. */
  Reading read(ReceivedFile file, Looked looked, ReadOptions options) throws IOException {
    return Reading.open(Unpacking.open(file, settings), options, looked.kind().messageType());
  }

  private Uni<PartnerSnapshot> partners(Looked looked) {
    return looked
        .kind()
        .header()
        .map(unb -> partners.snapshot(unb.sender(), unb.recipient()))
        .orElseGet(partners::snapshot);
  }

  private ReadOptions options(Looked looked, PartnerSnapshot known) {
    String sender = looked.kind().header().map(InterchangeHeader::sender).orElse("");
    return known
        .optionsFor(sender, settings.readOptions())
        .withEnvelope(new Envelope(known, settings.knownSendersOnly()));
  }

  /** What the registry says about the parties of UNB. */
  private record Envelope(PartnerSnapshot partners, boolean knownSendersOnly)
      implements EnvelopeKnowledge {
    /** Only a code that is registered as somebody else's is known not to be ours. */
    @Override
    public boolean addressedToUs(String recipient) {
      return partners.partner(recipient).map(Partner::own).orElse(true);
    }

    @Override
    public boolean knowsSender(String sender) {
      return !knownSendersOnly || partners.partner(sender).isPresent();
    }
  }
}
