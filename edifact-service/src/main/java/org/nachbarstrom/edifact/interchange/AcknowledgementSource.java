package org.nachbarstrom.edifact.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.aperak.AperakReader;
import org.nachbarstrom.edifact.core.aperak.AperakResult;
import org.nachbarstrom.edifact.core.contrl.ContrlReader;
import org.nachbarstrom.edifact.core.contrl.ContrlResult;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/** Messages of CONTRL or APERAK. */
final class AcknowledgementSource implements MessageSource {
  private final InterchangeReader reader;
  private final boolean contrl;
  private int position;

  /**
   * A source.
   *
   * @param contrl whether the messages are CONTRL, not APERAK
   */
  AcknowledgementSource(InputStream in, ReadOptions options, boolean contrl) {
    this.reader = new InterchangeReader(in, options);
    this.contrl = contrl;
  }

  @Override
  public Optional<ReadMessage> next() throws IOException {
    if (reader.next() != InterchangeReader.Event.MESSAGE) {
      return Optional.empty();
    }
    position++;
    return Optional.of(contrl ? readContrl() : readAperak());
  }

  @Override
  public InterchangeResult result() {
    return reader.result();
  }

  private ReadMessage readContrl() throws IOException {
    ContrlResult result = ContrlReader.readMessage(reader);
    return read(
        result.header(),
        "",
        result.findings(),
        result.message().map(message -> Acknowledgement.of(position, result.header(), message)));
  }

  private ReadMessage readAperak() throws IOException {
    AperakResult result = AperakReader.readMessage(reader);
    return read(
        result.header(),
        result.message().map(message -> message.documentNumber()).orElse(""),
        result.findings(),
        result.message().map(message -> Acknowledgement.of(position, result.header(), message)));
  }

  private ReadMessage read(
      MessageHeader header,
      String documentNumber,
      List<Finding> findings,
      Optional<Acknowledgement> told) {
    MessageFacts facts = new MessageFacts(header, documentNumber, "", "");
    int count = reader.messageFindingCount();
    if (told.isPresent()) {
      ContentKind kind = contrl ? ContentKind.CONTRL : ContentKind.APERAK;
      return new ReadMessage(
          new ReceivedMessage(position, facts, true, kind, 0, findings, count),
          new Carried.Answer(told.get()));
    }
    List<Finding> reasons = findings.isEmpty() ? List.of(saysNothing()) : findings;
    return new ReadMessage(
        new ReceivedMessage(
            position, facts, false, ContentKind.NONE, 0, reasons, Math.max(count, 1)),
        new Carried.Nothing());
  }

  private Finding saysNothing() {
    return new Finding(
        FindingCode.REQUIRED_ITEM_MISSING,
        reader.position(1, "UNH", 0, 0),
        "the message does not tell what it answers or how");
  }
}
