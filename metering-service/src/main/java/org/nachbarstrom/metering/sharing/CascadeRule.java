package org.nachbarstrom.metering.sharing;

/** {@link KeyMethod#CASCADE}: each group is offered what the groups before it did not use. */
final class CascadeRule implements KeyRule {
  private final int[][] members;
  private final KeyRule[] rules;
  private final QuarterHour own;

  CascadeRule(KeyTerms terms, int consumers) {
    int groups = terms.groupCount();
    members = new int[groups][];
    rules = new KeyRule[groups];
    own = new QuarterHour();
    for (int group = 0; group < groups; group++) {
      members[group] = terms.membersOf(group, consumers);
      rules[group] = terms.within(group, members[group]).rule(members[group].length);
    }
  }

  @Override
  public long allocate(QuarterHour now) {
    long allocated = 0;
    now.allocated = new long[now.share.length];
    for (int group = 0; group < rules.length; group++) {
      long[] consumption = new long[members[group].length];
      long consumed = 0;
      for (int i = 0; i < consumption.length; i++) {
        consumption[i] = now.consumption[members[group][i]];
        consumed += consumption[i];
      }
      own.begin(consumption, consumed, now.generated - allocated);
      allocated += rules[group].allocate(own);
      for (int i = 0; i < consumption.length; i++) {
        now.share[members[group][i]] = own.share[i];
        now.allocated[members[group][i]] = own.allocated[i];
      }
    }
    return allocated;
  }
}
