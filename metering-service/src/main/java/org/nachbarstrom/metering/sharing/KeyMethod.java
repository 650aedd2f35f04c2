package org.nachbarstrom.metering.sharing;

/**
 * How a community's generation G of a quarter-hour is shared out to consumptions C_i before each
 * share is capped at the consumption. Sources: BDEW form of constant splits, § 42b (5) EnWG, § 16e
 * ElWOG 2010.
 */
public enum KeyMethod {
  /** In proportion to the consumption of the same quarter-hour: G · C_i / ΣC. */
  PROPORTIONAL(false),
  /** By fixed percentages: k_i · G; what the percentages leave is surplus. */
  STATIC(true),
  /** By fixed percentages of what can be used at all: k_i · min(G, ΣC). */
  STATIC_OF_USABLE(true),
  /** In equal parts: G / n. */
  EQUAL(false),
  /**
   * By fixed percentages; what is more than a consumer uses is offered again to those who use more
   * than they have, in proportion to their percentages, until nothing is left or nobody takes any.
   * What the percentages leave of G stays surplus.
   */
  REDISTRIBUTING(true),
  /** Groups of consumers one after the other, each by a method of its own. */
  CASCADE(false);

  private final boolean fixedShares;

  KeyMethod(boolean fixedShares) {
    this.fixedShares = fixedShares;
  }

  /** Whether every consumer needs a fixed percentage. */
  public boolean fixedShares() {
    return fixedShares;
  }
}
