package org.nachbarstrom.edifact.core.mscons;

import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.quantities.MarketPartnerCode;

/** The head of an MSCONS, BGM to NAD, as 13025 wants it. */
final class MessageHead {
  private static final String LOAD_PROFILE = "13025";
  private static final int MAX_DOCUMENT = 35;
  private static final int MAX_REFERENCE = 70;
  private static final long Z48 = SegmentReader.code("Z48");
  private static final long ORIGINAL = SegmentReader.code("9");
  private static final long MESSAGE_TIME = SegmentReader.code("137");
  private static final long FORMAT_303 = SegmentReader.code("303");
  private static final long Z13 = SegmentReader.code("Z13");
  private static final long AGI = SegmentReader.code("AGI");
  private static final long SENDER = SegmentReader.code("MS");
  private static final long RECIPIENT = SegmentReader.code("MR");

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final EdifactTime times;
  private String documentKindText = "";
  private String documentNumber = "";
  private String checkIdentifier = "";
  private long documentKind;
  private long documentFunction;
  private long messageTime;
  private Optional<MarketPartnerCode> sender = Optional.empty();
  private Optional<MarketPartnerCode> recipient = Optional.empty();
  private boolean timed;
  private boolean senderSeen;
  private boolean recipientSeen;

  MessageHead(InterchangeReader reader, EdifactTime times) {
    this.reader = reader;
    this.segment = reader.segment();
    this.times = times;
    this.messageTime = EdifactTime.INVALID;
  }

  String documentKind() {
    return documentKindText;
  }

  String documentNumber() {
    return documentNumber;
  }

  String checkIdentifier() {
    return checkIdentifier;
  }

  /** DTM+137 in seconds since 1970, or {@link EdifactTime#INVALID}. */
  long messageTime() {
    return messageTime;
  }

  Optional<MarketPartnerCode> sender() {
    return sender;
  }

  Optional<MarketPartnerCode> recipient() {
    return recipient;
  }

  void bgm() {
    documentKind = segment.code(1, 1);
    documentKindText = segment.text(1, 1);
    documentNumber = segment.text(2, 1);
    documentFunction = segment.code(3, 1);
    if (documentNumber.isEmpty()) {
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 2, 1, "the document number is missing");
    } else if (documentNumber.length() > MAX_DOCUMENT) {
      String text = "the document number has more than " + MAX_DOCUMENT + " characters";
      reader.report(FindingCode.ELEMENT_TOO_LONG, 2, 1, text);
    }
  }

  void dtm() {
    if (segment.code(1, 1) != MESSAGE_TIME) {
      String text = "only the message time (137) stands here, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
      return;
    }
    if (timed) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "the message time comes twice");
      return;
    }
    timed = true;
    messageTime =
        segment.code(1, 3) == FORMAT_303 ? times.epochSecond(segment, 1, 2) : EdifactTime.INVALID;
    if (messageTime == EdifactTime.INVALID) {
      String text = "the message time must be of format 303, not '" + segment.text(1, 2) + "'";
      reader.report(FindingCode.FORMAT_VIOLATED, 1, 2, text);
    }
  }

  /** Reads a reference; false if the message is of a kind that is not imported. */
  boolean rff() {
    long qualifier = segment.code(1, 1);
    if (qualifier == AGI) {
      if (segment.length(1, 2) > MAX_REFERENCE) {
        reader.report(FindingCode.ELEMENT_TOO_LONG, 1, 2, "a reference has over 70 characters");
      }
      return true;
    }
    if (qualifier != Z13) {
      // RFF+ACW or RFF+Z30 come before Z13 in other kinds; those are refused by Z13.
      return true;
    }
    checkIdentifier = segment.text(1, 2);
    if (!checkIdentifier.equals(LOAD_PROFILE)) {
      reader.report(
          FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED,
          1,
          2,
          "Prüfidentifikator '" + checkIdentifier + "' is not imported, only " + LOAD_PROFILE);
      return false;
    }
    return true;
  }

  void nad() {
    long role = segment.code(1, 1);
    if (role == SENDER) {
      senderSeen = true;
      sender = party("sender", reader.header().map(InterchangeHeader::sender).orElse(""));
    } else if (role == RECIPIENT) {
      recipientSeen = true;
      recipient = party("recipient", reader.header().map(InterchangeHeader::recipient).orElse(""));
    } else {
      String text = "only MS and MR stand here, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 0, text);
    }
  }

  /** Checks at UNS what must have come by then; false if the kind of message is not known. */
  boolean complete() {
    if (checkIdentifier.isEmpty()) {
      missing("RFF+Z13 with the Prüfidentifikator is missing");
      return false;
    }
    if (documentKind != Z48) {
      missing(FindingCode.CODE_NOT_ALLOWED, "BGM of 13025 must be of kind Z48");
    }
    if (documentFunction != ORIGINAL) {
      missing(FindingCode.CODE_NOT_ALLOWED, "BGM of 13025 must be an original (9)");
    }
    if (!timed) {
      missing("DTM+137 with the message time is missing");
    }
    if (!senderSeen) {
      missing("NAD+MS with the sender is missing");
    }
    if (!recipientSeen) {
      missing("NAD+MR with the recipient is missing");
    }
    return true;
  }

  private Optional<MarketPartnerCode> party(String role, String expected) {
    String text = segment.text(2, 1);
    Optional<MarketPartnerCode> code = MarketPartnerCode.tryParse(text);
    if (code.isEmpty()) {
      String problem = "the " + role + " must be 13 digits with a check digit, not '" + text + "'";
      reader.report(FindingCode.FORMAT_VIOLATED, 2, 1, problem);
    } else if (!text.equals(expected)) {
      String problem = "the " + role + " is " + text + ", UNB says " + expected;
      reader.report(FindingCode.PARTY_DIFFERS, 2, 1, problem);
    }
    return code;
  }

  private void missing(String text) {
    missing(FindingCode.REQUIRED_ITEM_MISSING, text);
  }

  private void missing(FindingCode code, String text) {
    reader.report(code, 0, 0, text);
  }
}
