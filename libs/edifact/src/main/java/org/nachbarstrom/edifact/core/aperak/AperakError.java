package org.nachbarstrom.edifact.core.aperak;

import java.util.List;

/**
 * An error that an APERAK reports; what is not told is empty.
 *
 * @param code ERC 9321, for example Z29
 * @param deviation what deviates (FTX+ABO), up to five texts: the id that is not known, the OBIS
 *     code, the two ends of an interval
 * @param description for a person (FTX+AAO), up to five texts
 * @param segmentName the faulty or missing segment as the message description names it (FTX+Z02)
 * @param segmentText the faulty segment as sent, without terminator, or the tag of a missing one
 *     (FTX+Z02)
 * @param nextGridOperator code of the grid operator that has the object now (RFF+Z08)
 */
public record AperakError(
    String code,
    List<String> deviation,
    List<String> description,
    String segmentName,
    String segmentText,
    String nextGridOperator) {
  /** An error. */
  public AperakError {
    deviation = List.copyOf(deviation);
    description = List.copyOf(description);
  }

  /** What the code says, for a person. */
  public String text() {
    return AperakCode.of(code).map(AperakCode::text).orElse("unknown error " + code);
  }
}
