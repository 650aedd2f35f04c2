package org.nachbarstrom.metering.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.FieldError;

/** What keys and members of a community must obey. Errors point at their place in the lists. */
public final class CommunityRules {
  private static final int MOST_GROUPS = 100;

  private final List<SharingKey> keys;
  private final List<Member> members;
  private final List<FieldError> errors = new ArrayList<>();

  private CommunityRules(List<SharingKey> keys, List<Member> members) {
    this.keys = keys;
    this.members = members;
  }

  /** All that is wrong; empty if nothing is. */
  public static List<FieldError> check(List<SharingKey> keys, List<Member> members) {
    CommunityRules rules = new CommunityRules(keys, members);
    rules.checkKeys();
    rules.checkMemberships();
    ShareRules shares = new ShareRules(keys, members, rules);
    shares.check();
    if (rules.errors.isEmpty()) {
      shares.checkSums();
    }
    return rules.errors;
  }

  private void checkKeys() {
    if (keys.isEmpty()) {
      wrong("/keys", "REQUIRED", "A community has at least one key.");
    }
    for (int i = 0; i < keys.size(); i++) {
      checkGroups("/keys/" + i + "/groups", keys.get(i));
      for (int j = 0; j < i; j++) {
        if (keys.get(i).valid().overlaps(keys.get(j).valid())) {
          wrong("/keys/" + i, "OVERLAPS", "Its dates overlap those of key " + j + ".");
        }
      }
    }
  }

  private void checkGroups(String pointer, SharingKey key) {
    List<KeyMethod> groups = key.groups();
    if (key.method() != KeyMethod.CASCADE) {
      if (!groups.isEmpty()) {
        wrong(pointer, "NOT_ALLOWED", "Only a CASCADE has groups.");
      }
    } else if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
      wrong(pointer, "REQUIRED", "A CASCADE has 1 to " + MOST_GROUPS + " groups.");
    } else if (groups.contains(KeyMethod.CASCADE)) {
      wrong(pointer, "NOT_ALLOWED", "A group of a CASCADE is no CASCADE.");
    }
  }

  private void checkMemberships() {
    Map<AccountingPointId, List<Integer>> byPoint = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      List<Integer> others =
          byPoint.computeIfAbsent(member.accountingPoint(), point -> new ArrayList<>());
      for (int j : others) {
        compare(i, j);
      }
      others.add(i);
    }
  }

  private void compare(int i, int j) {
    if (members.get(i).direction() != members.get(j).direction()) {
      wrong(
          "/members/" + i + "/direction",
          "DIRECTION_DIFFERS",
          "Member " + j + " is the same accounting point with another direction.");
    }
    if (members.get(i).valid().overlaps(members.get(j).valid())) {
      wrong(
          "/members/" + i,
          "OVERLAPS",
          "Member " + j + " is the same accounting point on some of the same days.");
    }
  }

  /** Notes an error. */
  void wrong(String pointer, String code, String detail) {
    errors.add(new FieldError(pointer, code, detail));
  }
}
