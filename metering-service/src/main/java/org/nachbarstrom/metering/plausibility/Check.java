package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import java.util.List;

/**
 * A series was checked.
 *
 * @param asKnownAt what was known then was checked
 * @param findings what is found on the days asked for, in order of time
 */
public record Check(Instant asKnownAt, List<Findings.Known> findings) {
  /** A check. */
  public Check {
    findings = List.copyOf(findings);
  }
}
