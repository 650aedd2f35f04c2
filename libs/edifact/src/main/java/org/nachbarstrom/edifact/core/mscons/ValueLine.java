package org.nachbarstrom.edifact.core.mscons;

import java.util.List;

/**
 * The values of one register or product (SG9).
 *
 * @param product PIA 7140, an OBIS code or a code of the list of media
 * @param productType PIA 7143: SRW for OBIS codes, Z02 for codes like them, Z08 for media
 * @param values its values in order
 */
public record ValueLine(String product, String productType, List<MeteredValue> values) {
  /** A line. */
  public ValueLine {
    values = List.copyOf(values);
  }
}
