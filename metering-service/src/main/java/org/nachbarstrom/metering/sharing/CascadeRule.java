package org.nachbarstrom.metering.sharing;

/** {@link KeyMethod#CASCADE}: each group is offered what the groups before it did not use. */
final class CascadeRule implements KeyRule {
  private final int[][] members;
  private final KeyRule[] rules;
  private final QuarterHour[] quarterHours;

  CascadeRule(KeyTerms terms, int consumers) {
    int groups = terms.groupCount();
    members = new int[groups][];
    rules = new KeyRule[groups];
    quarterHours = new QuarterHour[groups];
    for (int group = 0; group < groups; group++) {
      members[group] = terms.membersOf(group, consumers);
      rules[group] = terms.within(group, members[group]).rule(members[group].length);
      quarterHours[group] = new QuarterHour(members[group].length);
    }
  }

  @Override
  public long allocate(QuarterHour now) {
    long allocated = 0;
    for (int group = 0; group < rules.length; group++) {
      QuarterHour own = quarterHours[group];
      own.generated = now.generated - allocated;
      own.consumed = 0;
      for (int i = 0; i < members[group].length; i++) {
        own.consumption[i] = now.consumption[members[group][i]];
        own.consumed += own.consumption[i];
      }
      allocated += rules[group].allocate(own);
      for (int i = 0; i < members[group].length; i++) {
        now.share[members[group][i]] = own.share[i];
        now.allocated[members[group][i]] = own.allocated[i];
      }
    }
    return allocated;
  }
}
