package org.nachbarstrom.edifact.core.mscons.write;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.CodeIssuer;
import org.nachbarstrom.edifact.core.interchange.InterchangeEnvelope;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.write.Objections.Place;
import org.nachbarstrom.edifact.core.syntax.SegmentWriter;
import org.nachbarstrom.quantities.MarketPartnerCode;

/** Checks the head of a message to write. */
final class HeadCheck {
  private static final int MAX_DOCUMENT = 35;
  private static final int MAX_REFERENCE = 70;

  private final InterchangeEnvelope envelope;
  private final Objections objections;

  HeadCheck(InterchangeEnvelope envelope, Objections objections) {
    this.envelope = envelope;
    this.objections = objections;
  }

  void check(MsconsHead head, MsconsKind kind) {
    if (!kind.sentAs(envelope.applicationReference()) || !envelope.messageType().equals("MSCONS")) {
      String text =
          head.checkIdentifier()
              + " is not sent in an interchange of "
              + envelope.messageType()
              + " with application reference '"
              + envelope.applicationReference().code()
              + "'";
      objections.add(FindingCode.CODE_NOT_ALLOWED, new Place("UNB", 7, 0), text);
    }
    checkText("the document number", head.documentNumber(), MAX_DOCUMENT, Place.DOCUMENT_NUMBER);
    checkTime(head.messageTime());
    checkParty("sender", head.sender(), envelope.sender());
    checkParty("recipient", head.recipient(), envelope.recipient());
    checkSector(head);
    head.references().forEach(reference -> checkReference(reference, kind));
  }

  /** Checks a text that must be there, within its length and of characters that can be sent. */
  void checkText(String what, String text, int maxLength, Place place) {
    if (text.isBlank()) {
      objections.add(FindingCode.REQUIRED_ITEM_MISSING, place, what + " is missing");
    } else if (text.length() > maxLength) {
      String problem =
          what + " has " + text.length() + " characters, more than " + maxLength + ": " + text;
      objections.add(FindingCode.ELEMENT_TOO_LONG, place, problem);
    }
    if (!SegmentWriter.writable(text)) {
      String problem = what + " has characters outside ISO 8859-1: '" + text + "'";
      objections.add(FindingCode.CHARACTER_INVALID, place, problem);
    }
  }

  void checkReferenceText(String what, String text) {
    checkText(what, text, MAX_REFERENCE, Place.REFERENCE);
  }

  private void checkTime(Instant time) {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      String text = "the message time is sent by the minute: " + time;
      objections.add(FindingCode.FORMAT_VIOLATED, Place.TIME, text);
    }
    if (time.isAfter(envelope.createdAt())) {
      String text =
          "the message time " + time + " is after the interchange is made: " + envelope.createdAt();
      objections.add(FindingCode.TIME_IMPLAUSIBLE, Place.TIME, text);
    }
  }

  private void checkParty(String role, MarketPartnerCode code, MarketPartnerCode expected) {
    if (!code.equals(expected)) {
      String text = "the " + role + " is " + code + ", the interchange's is " + expected;
      objections.add(FindingCode.PARTY_DIFFERS, Place.PARTY, text);
    }
  }

  private void checkSector(MsconsHead head) {
    CodeIssuer sender = CodeIssuer.of(head.sender());
    CodeIssuer recipient = CodeIssuer.of(head.recipient());
    boolean mixed = sender != recipient && sender != CodeIssuer.GS1 && recipient != CodeIssuer.GS1;
    if (mixed) {
      String text = head.sender() + " and " + head.recipient() + " belong to two sectors";
      objections.add(FindingCode.FORMAT_VIOLATED, Place.PARTY, text);
    }
  }

  private void checkReference(MsconsHead.Reference reference, MsconsKind kind) {
    boolean allowed =
        switch (reference.qualifier()) {
          case "AGI" -> kind != MsconsKind.CANCELLATION;
          case "ACW" -> kind == MsconsKind.CANCELLATION;
          case "Z30" -> kind == MsconsKind.GAS_READINGS;
          default -> false;
        };
    if (!allowed) {
      String text =
          kind.checkIdentifier() + " has no reference '" + reference.qualifier() + "' in its head";
      objections.add(FindingCode.ITEM_NOT_ALLOWED, new Place("RFF", 1, 1), text);
    }
    checkReferenceText("the reference", reference.value());
  }
}
