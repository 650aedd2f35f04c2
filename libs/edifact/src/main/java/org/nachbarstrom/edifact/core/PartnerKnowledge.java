package org.nachbarstrom.edifact.core;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the reader may know about market partners. Conditions of the application handbook that
 * depend on a market role are decided where it is known and left undecided where it is not.
 */
@FunctionalInterface
public interface PartnerKnowledge {
  /** Nothing is known about anybody. */
  PartnerKnowledge NONE = (code, at) -> Optional.empty();

  /**
   * The roles of a partner; the same whenever it is asked the same while an interchange is read.
   *
   * @param code its 13-digit code
   * @param at when the roles must hold
   * @return its roles; empty if nothing is known about the partner
   */
  Optional<Set<MarketRole>> roles(String code, Instant at);
}
