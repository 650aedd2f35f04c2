package org.nachbarstrom.edifact.core.answer;

import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.CodeIssuer;

/** The two sectors of the market, which have different rules for answers. */
public enum Sector {
  /** Strom. */
  ELECTRICITY,
  /** Gas. */
  GAS;

  /** The sector whose partners get their codes from an issuer; empty for GS1, which serves both. */
  public static Optional<Sector> of(CodeIssuer issuer) {
    return switch (issuer) {
      case BDEW -> Optional.of(ELECTRICITY);
      case DVGW -> Optional.of(GAS);
      case GS1 -> Optional.empty();
    };
  }
}
