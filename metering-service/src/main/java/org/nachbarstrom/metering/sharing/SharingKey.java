package org.nachbarstrom.metering.sharing;

import java.util.List;
import org.nachbarstrom.quantities.DateRange;

/**
 * How a community shares on some days.
 *
 * @param valid local dates
 * @param method how
 * @param groups methods of the groups of a {@link KeyMethod#CASCADE} in the order in which they are
 *     served; empty for other methods
 */
public record SharingKey(DateRange valid, KeyMethod method, List<KeyMethod> groups) {
  /** A key, see {@link CommunityRules} for what it must obey. */
  public SharingKey {
    groups = List.copyOf(groups);
  }

  /** A key without groups. */
  public SharingKey(DateRange valid, KeyMethod method) {
    this(valid, method, List.of());
  }

  /** Whether a consumer of the group, from 1, needs a fixed share. */
  boolean needsShare(int group) {
    return method == KeyMethod.CASCADE
        ? group >= 1 && group <= groups.size() && groups.get(group - 1).fixedShares()
        : method.fixedShares();
  }

  /** Everything about it but its days, as it enters the hash of a closing's inputs. */
  public String text() {
    return method == KeyMethod.CASCADE ? method + " " + groups : method.name();
  }
}
