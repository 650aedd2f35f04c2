package org.nachbarstrom.edifact.core;

import java.util.Optional;

/**
 * How an interchange is read.
 *
 * @param limits how much it may claim
 * @param lenient take point and comma alike as decimal mark, whatever UNA announces
 * @param acceptTest read interchanges that UNB marks as test
 * @param handbook version of the message description to check by, for example 2.5, instead of the
 *     one that UNH names; empty to go by UNH
 * @param partners what is known about market partners
 * @param envelope what is known about the parties of UNB
 */
public record ReadOptions(
    ReadLimits limits,
    boolean lenient,
    boolean acceptTest,
    Optional<String> handbook,
    PartnerKnowledge partners,
    EnvelopeKnowledge envelope) {
  /** Default limits, strict decimal mark, no tests, version of UNH, parties unknown. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          ReadLimits.DEFAULT,
          false,
          false,
          Optional.empty(),
          PartnerKnowledge.NONE,
          EnvelopeKnowledge.NONE);

  /** The same with other limits. */
  public ReadOptions withLimits(ReadLimits other) {
    return new ReadOptions(other, lenient, acceptTest, handbook, partners, envelope);
  }

  /** The same with any decimal mark taken, or not. */
  public ReadOptions withLenient(boolean on) {
    return new ReadOptions(limits, on, acceptTest, handbook, partners, envelope);
  }

  /** The same with test interchanges taken, or not. */
  public ReadOptions withAcceptTest(boolean on) {
    return new ReadOptions(limits, lenient, on, handbook, partners, envelope);
  }

  /** The same with a given version to check by. */
  public ReadOptions withHandbook(String version) {
    return new ReadOptions(limits, lenient, acceptTest, Optional.of(version), partners, envelope);
  }

  /** The same with what is known about partners. */
  public ReadOptions withPartners(PartnerKnowledge known) {
    return new ReadOptions(limits, lenient, acceptTest, handbook, known, envelope);
  }

  /** The same with what is known about the parties of UNB. */
  public ReadOptions withEnvelope(EnvelopeKnowledge known) {
    return new ReadOptions(limits, lenient, acceptTest, handbook, partners, known);
  }
}
