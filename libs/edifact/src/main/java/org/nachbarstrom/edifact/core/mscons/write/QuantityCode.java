package org.nachbarstrom.edifact.core.mscons.write;

import java.util.Optional;
import org.nachbarstrom.quantities.ValueQuality;

/** Codes of QTY 6063. */
final class QuantityCode {
  static final String DELIVERY_NOTE = "Z31";

  private QuantityCode() {}

  /** The code of a value that a load profile can have. */
  static String of(ValueQuality quality) {
    return switch (quality) {
      case MEASURED -> "220";
      case SUBSTITUTE -> "67";
      case PROVISIONAL -> "Z18";
      case PROPOSED, UNUSABLE, FORECAST, MISSING ->
          throw new IllegalStateException("no value of a load profile is " + quality);
    };
  }

  /** What a code says about a value; nothing for codes that are not written. */
  static Optional<ValueQuality> quality(String code) {
    return switch (code) {
      case "220", DELIVERY_NOTE -> Optional.of(ValueQuality.MEASURED);
      case "67" -> Optional.of(ValueQuality.SUBSTITUTE);
      case "Z18" -> Optional.of(ValueQuality.PROVISIONAL);
      case "201" -> Optional.of(ValueQuality.PROPOSED);
      case "20" -> Optional.of(ValueQuality.UNUSABLE);
      default -> Optional.empty();
    };
  }
}
