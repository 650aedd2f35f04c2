package org.nachbarstrom.edifact.subscription;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.write.MsconsKind;
import org.nachbarstrom.edifact.core.mscons.write.MsconsVersion;

/** Makes heads of messages on one route, each with a document number of its own. */
final class Heads {
  private final Route route;
  private final Instant at;
  private final Optional<MsconsVersion> version;
  private final Iterator<String> numbers;
  private final boolean meteringOperator;

  /**
   * Heads.
   *
   * @param at when the messages are made
   * @param version version agreed with the partner; absent: that of the time
   * @param numbers document numbers, as many as there will be heads
   * @param meteringOperator whether the sender is known to be a metering operator
   */
  Heads(
      Route route,
      Instant at,
      Optional<MsconsVersion> version,
      Iterator<String> numbers,
      boolean meteringOperator) {
    this.route = route;
    this.at = at;
    this.version = version;
    this.numbers = numbers;
    this.meteringOperator = meteringOperator;
  }

  /** Whether the sender is known to be a metering operator. */
  boolean meteringOperator() {
    return meteringOperator;
  }

  MsconsHead next(MsconsKind kind) {
    MsconsHead head = kind.head(numbers.next(), at, route.sender(), route.partner());
    return version.map(agreed -> head.withVersion(agreed.code())).orElse(head);
  }
}
