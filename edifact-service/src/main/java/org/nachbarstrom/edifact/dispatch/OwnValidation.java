package org.nachbarstrom.edifact.dispatch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.ValidationReport;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;

/** Checks what we are about to send as a strict recipient would. */
final class OwnValidation {
  private static final int MOST_FINDINGS = 50;

  private OwnValidation() {}

  /**
   * What is wrong with a MSCONS; other types are taken as they are.
   *
   * @throws IllegalArgumentException if the bytes are another interchange than the header says
   */
  static List<String> findings(NewInterchange interchange, PartnerSnapshot known) {
    if (!interchange.header().type().equals("MSCONS")) {
      return List.of();
    }
    ValidationReport report = validate(interchange, known);
    report.interchange().header().ifPresent(header -> requireSame(header, interchange.header()));
    return Stream.concat(
            report.interchange().findings().stream(),
            report.messages().stream().flatMap(message -> message.findings().stream()))
        .map(Finding::toString)
        .limit(MOST_FINDINGS)
        .toList();
  }

  private static ValidationReport validate(NewInterchange interchange, PartnerSnapshot known) {
    try {
      return InterchangeValidation.validate(
          new ByteArrayInputStream(interchange.bytes()), ReadOptions.DEFAULT.withPartners(known));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void requireSame(InterchangeHeader written, OutgoingHeader said) {
    if (!written.sender().equals(said.sender())
        || !written.recipient().equals(said.recipient())
        || !written.reference().equals(said.reference())
        || !written.applicationReference().equals(said.applicationReference())) {
      throw new IllegalArgumentException("the UNB " + written + " is not of " + said);
    }
  }
}
