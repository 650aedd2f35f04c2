package org.nachbarstrom.edifact.mscons.messaging;

import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.quantities.ObisCode;

/** Tells registers that metering keeps. */
final class Registers {
  private static final int ELECTRICITY = 1;

  private Registers() {}

  static boolean electricity(ValueLine line) {
    return ObisCode.tryParse(line.product())
        .filter(obis -> obis.medium() == ELECTRICITY)
        .isPresent();
  }
}
