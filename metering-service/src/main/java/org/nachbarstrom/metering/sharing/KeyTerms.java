package org.nachbarstrom.metering.sharing;

import java.util.Arrays;
import java.util.List;

/**
 * How the consumers of a day share: the method and, where it needs them, the fixed share and the
 * group of each consumer.
 */
public final class KeyTerms {
  private final KeyMethod method;
  private final List<KeyMethod> groupMethods;
  private final long[] shares;
  private final int[] groups;

  private KeyTerms(KeyMethod method, List<KeyMethod> groupMethods, long[] shares, int[] groups) {
    this.method = method;
    this.groupMethods = List.copyOf(groupMethods);
    this.shares = shares.clone();
    this.groups = groups.clone();
  }

  /**
   * All consumers by the same method.
   *
   * @param method any but {@link KeyMethod#CASCADE}
   * @param shares fixed share of each consumer in millionths of a percent, adding up to at most
   *     {@link AllocationKernel#WHOLE}; not read if the method has none
   */
  public static KeyTerms of(KeyMethod method, long... shares) {
    if (method == KeyMethod.CASCADE) {
      throw new IllegalArgumentException("a cascade has groups");
    }
    return new KeyTerms(method, List.of(), shares, new int[0]);
  }

  /**
   * Groups one after the other.
   *
   * @param groupMethods method of each group in the order in which they are served
   * @param groups group of each consumer, from 0
   * @param shares fixed share of each consumer in millionths of a percent of what reaches his
   *     group; not read where the group's method has none
   */
  public static KeyTerms cascade(List<KeyMethod> groupMethods, int[] groups, long... shares) {
    if (groupMethods.contains(KeyMethod.CASCADE)) {
      throw new IllegalArgumentException("a group of a cascade is no cascade");
    }
    return new KeyTerms(KeyMethod.CASCADE, groupMethods, shares, groups);
  }

  /** A rule with working memory for so many consumers. */
  KeyRule rule(int consumers) {
    if (consumers == 0) {
      return now -> 0;
    }
    return switch (method) {
      case PROPORTIONAL -> new ProportionalRule(consumers);
      case STATIC -> FixedRule.of(shares, consumers, false);
      case STATIC_OF_USABLE -> FixedRule.of(shares, consumers, true);
      case EQUAL -> FixedRule.equal(consumers);
      case REDISTRIBUTING -> new RedistributingRule(shares, consumers);
      case CASCADE -> new CascadeRule(this, consumers);
    };
  }

  int groupCount() {
    return groupMethods.size();
  }

  /** Indices of the consumers of a group, in order. */
  int[] membersOf(int group, int consumers) {
    int[] members = new int[consumers];
    int count = 0;
    for (int i = 0; i < consumers; i++) {
      if (groups[i] == group) {
        members[count++] = i;
      }
    }
    return Arrays.copyOf(members, count);
  }

  /** The terms within one group. */
  KeyTerms within(int group, int[] members) {
    long[] own = new long[members.length];
    for (int i = 0; i < members.length; i++) {
      own[i] = members[i] < shares.length ? shares[members[i]] : 0;
    }
    return of(groupMethods.get(group), own);
  }
}
