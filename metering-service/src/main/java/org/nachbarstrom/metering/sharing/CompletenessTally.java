package org.nachbarstrom.metering.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.AccountingPointId;

/** Counts which quarter-hours of a community's members are there. */
public final class CompletenessTally {
  private final Map<AccountingPointId, Completeness> members = new TreeMap<>();

  /** Adds a day; days come in order. */
  public void add(CommunityDay day) {
    add(day.roster().consumers(), day.consumption());
    add(day.roster().producers(), day.generation());
  }

  private void add(List<Member> roster, List<LoadProfile> profiles) {
    for (int i = 0; i < roster.size(); i++) {
      Member member = roster.get(i);
      members
          .computeIfAbsent(member.accountingPoint(), point -> new Completeness(member))
          .add(profiles.get(i));
    }
  }

  /** Whether nothing is missing so far. */
  public boolean complete() {
    return members.values().stream().allMatch(member -> member.missing() == 0);
  }

  /** The counts of each member, in the order of accounting points. */
  public Collection<Completeness> members() {
    return members.values();
  }
}
