package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * What every MSCONS says of itself.
 *
 * @param version version of the message description, for example 2.5
 * @param checkIdentifier Prüfidentifikator (RFF+Z13)
 * @param documentKind BGM 1001
 * @param documentNumber BGM 1004
 * @param messageTime DTM+137
 * @param sender NAD+MS
 * @param recipient NAD+MR
 * @param references the references of SG1 in order, RFF+Z13 left out
 */
public record MsconsHead(
    String version,
    String checkIdentifier,
    String documentKind,
    String documentNumber,
    Instant messageTime,
    MarketPartnerCode sender,
    MarketPartnerCode recipient,
    List<Reference> references) {
  /** A head. */
  public MsconsHead {
    references = List.copyOf(references);
  }

  /**
   * A reference.
   *
   * @param qualifier RFF 1153, for example AGI or ACW
   * @param value RFF 1154
   */
  public record Reference(String qualifier, String value) {}

  /** The first reference with a qualifier. */
  public Optional<String> reference(String qualifier) {
    return references.stream()
        .filter(reference -> reference.qualifier().equals(qualifier))
        .map(Reference::value)
        .findFirst();
  }

  /** The same in another version of the message description. */
  public MsconsHead withVersion(String other) {
    return new MsconsHead(
        other,
        checkIdentifier,
        documentKind,
        documentNumber,
        messageTime,
        sender,
        recipient,
        references);
  }

  /** The same as another kind of document, for example Z41. */
  public MsconsHead withDocumentKind(String other) {
    return new MsconsHead(
        version,
        checkIdentifier,
        other,
        documentNumber,
        messageTime,
        sender,
        recipient,
        references);
  }

  /** The same with one more reference at the end. */
  public MsconsHead withReference(String qualifier, String value) {
    List<Reference> more = new ArrayList<>(references);
    more.add(new Reference(qualifier, value));
    return new MsconsHead(
        version,
        checkIdentifier,
        documentKind,
        documentNumber,
        messageTime,
        sender,
        recipient,
        more);
  }
}
