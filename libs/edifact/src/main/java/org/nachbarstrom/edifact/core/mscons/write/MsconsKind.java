package org.nachbarstrom.edifact.core.mscons.write;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Kinds of MSCONS that are written, one per Prüfidentifikator. Source: application handbook MSCONS
 * 3.2 and 3.1g, which agree in all of this.
 */
public enum MsconsKind {
  /** Readings of gas meters. */
  GAS_READINGS("13002", ApplicationReference.READINGS),
  /** Cancellation of readings or energy quantities. */
  CANCELLATION("13006", ApplicationReference.ENERGY_QUANTITIES),
  /** Readings of electricity meters. */
  ELECTRICITY_READINGS("13017", ApplicationReference.READINGS),
  /** Load profile of a metering point, grid coupling point or network location. */
  METERING_POINT_PROFILE("13018", ApplicationReference.TIME_SERIES),
  /** Energy quantity, electricity; a Lieferschein is of document kind Z41. */
  ENERGY_QUANTITY("13019", ApplicationReference.ENERGY_QUANTITIES),
  /** Load profile of a market location or tranche. */
  MARKET_LOCATION_PROFILE("13025", ApplicationReference.TIME_SERIES),
  /** Values of kind 2 (Werte nach Typ 2). */
  KIND_TWO_VALUES("13027", ApplicationReference.TIME_SERIES);

  private final String checkIdentifier;
  private final ApplicationReference applicationReference;

  MsconsKind(String checkIdentifier, ApplicationReference applicationReference) {
    this.checkIdentifier = checkIdentifier;
    this.applicationReference = applicationReference;
  }

  /** Prüfidentifikator. */
  public String checkIdentifier() {
    return checkIdentifier;
  }

  /** The kind with a Prüfidentifikator, or nothing if it is not written. */
  public static Optional<MsconsKind> of(String checkIdentifier) {
    return Arrays.stream(values())
        .filter(kind -> kind.checkIdentifier.equals(checkIdentifier))
        .findFirst();
  }

  /**
   * The head of a message without references, of the usual document kind (Z48, Z83, otherwise 7),
   * in the version of its time.
   *
   * @param documentNumber BGM 1004, up to 35 characters, never used before by the sender
   * @param messageTime when it is made; seconds are dropped
   */
  public MsconsHead head(
      String documentNumber,
      Instant messageTime,
      MarketPartnerCode sender,
      MarketPartnerCode recipient) {
    return new MsconsHead(
        MsconsVersion.at(messageTime).code(),
        checkIdentifier,
        documentKind(),
        documentNumber,
        messageTime.truncatedTo(ChronoUnit.MINUTES),
        sender,
        recipient,
        List.of());
  }

  private String documentKind() {
    return switch (this) {
      case MARKET_LOCATION_PROFILE -> "Z48";
      case KIND_TWO_VALUES -> "Z83";
      case GAS_READINGS,
          CANCELLATION,
          ELECTRICITY_READINGS,
          METERING_POINT_PROFILE,
          ENERGY_QUANTITY ->
          "7";
    };
  }

  /** Whether it may be sent under an application reference. */
  boolean sentAs(ApplicationReference reference) {
    return reference == applicationReference
        || (this == CANCELLATION && reference == ApplicationReference.READINGS);
  }

  /** Whether it may be about such an object. */
  boolean isAbout(MeteredObject.Kind object) {
    return switch (object) {
      case MARKET_LOCATION ->
          this == MARKET_LOCATION_PROFILE || this == KIND_TWO_VALUES || this == ENERGY_QUANTITY;
      case METERING_POINT -> this != MARKET_LOCATION_PROFILE && this != CANCELLATION;
      case NETWORK_LOCATION -> this == METERING_POINT_PROFILE || this == KIND_TWO_VALUES;
      case CONFIGURATION -> this == ELECTRICITY_READINGS || this == ENERGY_QUANTITY;
      case NONE -> this == CANCELLATION;
      case TECHNICAL_RESOURCE, OTHER -> false;
    };
  }
}
