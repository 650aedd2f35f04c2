package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.Tag;
import org.nachbarstrom.quantities.Interval;

/** Reads one message after the other as 13025; leaves what is none with a finding. */
final class LoadProfileParser {
  private static final String DIRECTORY = "D:04B:UN";
  private static final String WITH_CONTACTS = "2.4c";
  private static final String WITHOUT_CONTACTS = "2.5";

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final EdifactTime times = new EdifactTime();
  private Place place = Place.LOST;
  private MessageHead head;
  private MessageDetail detail;
  private boolean acknowledgement;

  LoadProfileParser(InterchangeReader reader) {
    this.reader = reader;
    this.segment = reader.segment();
    this.head = new MessageHead(reader, times);
    this.detail = new MessageDetail(reader, times, EdifactTime.INVALID);
  }

  /** UNH was read. */
  void begin() {
    head = new MessageHead(reader, times);
    detail = new MessageDetail(reader, times, EdifactTime.INVALID);
    place = Place.LOST;
    acknowledgement = false;
    MessageHeader header = reader.message();
    if (header.type().isEmpty()) {
      return;
    }
    acknowledgement = header.type().equals("CONTRL") || header.type().equals("APERAK");
    if (acknowledgement) {
      return;
    }
    if (!header.type().equals("MSCONS")) {
      String text = "messages of type '" + header.type() + "' are not imported, only MSCONS";
      reader.report(FindingCode.MESSAGE_TYPE_NOT_IMPORTED, 2, 1, text);
    } else if (!supported(header)) {
      String text = "version '" + header.directory() + ":" + header.version() + "' is not read";
      reader.report(
          FindingCode.MESSAGE_VERSION_UNSUPPORTED,
          2,
          5,
          text + ", only D:04B:UN:2.4c and D:04B:UN:2.5");
    } else {
      place = Place.UNH;
    }
  }

  /** A segment between UNH and UNT was read. */
  void segment() {
    if (place == Place.LOST) {
      return;
    }
    int tag = segment.tag();
    if (!place.allows(tag) || contactRefused(tag)) {
      reportPlace(tag);
      place = Place.LOST;
      return;
    }
    Place next = place.after(tag);
    place = read(next) ? next : Place.LOST;
  }

  /** UNT was read or is missing; the profile if it could be read to its end. */
  Optional<LoadProfile> finish() {
    if (place == Place.LOST || !reader.complete()) {
      return Optional.empty();
    }
    if (place.before(Place.LOC)) {
      reportMissing(place.mandatory());
      return Optional.empty();
    }
    detail.finish();
    Interval period = detail.period();
    if (period == null
        || head.sender().isEmpty()
        || head.recipient().isEmpty()
        || detail.location().isEmpty()
        || head.messageTime() == EdifactTime.INVALID) {
      return Optional.empty();
    }
    return Optional.of(
        new LoadProfile(
            new MsconsHead(
                reader.message().version(),
                head.checkIdentifier(),
                "Z48",
                head.documentNumber(),
                Instant.ofEpochSecond(head.messageTime()),
                head.sender().get(),
                head.recipient().get(),
                List.of()),
            new MeteredObject(MeteredObject.Kind.MARKET_LOCATION, detail.location().get().value()),
            period,
            detail.series()));
  }

  boolean acknowledgement() {
    return acknowledgement;
  }

  MessageFacts facts() {
    return new MessageFacts(
        reader.message(),
        head.documentKind(),
        head.documentNumber(),
        head.checkIdentifier(),
        detail.locationText());
  }

  private static boolean supported(MessageHeader header) {
    boolean version =
        header.version().equals(WITH_CONTACTS) || header.version().equals(WITHOUT_CONTACTS);
    return version && header.directory().equals(DIRECTORY);
  }

  /** Contact data left the message description with 2.5. */
  private boolean contactRefused(int tag) {
    return tag == Tag.CTA && !reader.message().version().equals(WITH_CONTACTS);
  }

  /** Reads the segment at its place; false if the rest of the message makes no sense. */
  private boolean read(Place at) {
    return switch (at) {
      case BGM, HEAD_DTM, RFF, HEAD_NAD, CTA, COM, UNS -> readHead(at);
      case NAD -> detail.nad();
      case LOC -> detail.loc();
      case LIN -> detail.lin();
      case DETAIL_RFF, CCI -> {
        String text = Tag.text(segment.tag()) + " is not used in 13025";
        reader.report(FindingCode.CODE_NOT_ALLOWED, 0, 0, text);
        yield true;
      }
      case PERIOD, PIA, QTY, INTERVAL, STS -> readDetail(at);
      case UNH, LOST -> false;
    };
  }

  private boolean readHead(Place at) {
    switch (at) {
      case BGM -> head.bgm();
      case HEAD_DTM -> head.dtm();
      case RFF -> {
        return head.rff();
      }
      case HEAD_NAD -> head.nad();
      case UNS -> {
        if (!head.complete()) {
          return false;
        }
        detail = new MessageDetail(reader, times, head.messageTime());
      }
      default -> {
        // Contact data of 2.4c are allowed and not used.
      }
    }
    return true;
  }

  private boolean readDetail(Place at) {
    switch (at) {
      case PERIOD -> detail.dtm();
      case PIA -> detail.pia();
      case QTY -> detail.qty();
      case INTERVAL -> detail.group().dtm();
      case STS -> detail.group().sts();
      default -> throw new IllegalStateException("not in the detail section: " + at);
    }
    return true;
  }

  private void reportPlace(int tag) {
    int mandatory = place.mandatory();
    boolean later = mandatory != Tag.NONE && !contactRefused(tag) && comesLater(tag);
    if (later) {
      reportMissing(mandatory);
    } else {
      String text = Tag.text(tag) + " cannot follow here";
      reader.report(FindingCode.SEGMENT_UNEXPECTED, 0, 0, text);
    }
  }

  private void reportMissing(int tag) {
    // A missing segment is placed behind the one that was there.
    int before = reader.segmentNumber() - 1;
    String text = Tag.text(tag) + " is missing before " + Tag.text(segment.tag());
    reader.report(FindingCode.SEGMENT_MISSING, reader.position(before, Tag.text(tag), 0, 0), text);
  }

  /** Whether the segment belongs to a later section, so that something before it is missing. */
  private boolean comesLater(int tag) {
    return switch (tag) {
      case Tag.DTM, Tag.RFF -> place == Place.UNH;
      case Tag.NAD -> place == Place.UNH;
      case Tag.UNS -> place == Place.UNH;
      case Tag.LOC -> place.before(Place.NAD);
      case Tag.LIN, Tag.PIA -> place.before(Place.LIN);
      case Tag.QTY, Tag.STS -> place.before(Place.QTY);
      default -> false;
    };
  }
}
