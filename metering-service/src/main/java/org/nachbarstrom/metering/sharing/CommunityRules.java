package org.nachbarstrom.metering.sharing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.problem.FieldError;

/** What keys and members of a community must obey. Errors point at their place in the lists. */
public final class CommunityRules {
  private static final int SHARE_SCALE = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
    rules.checkShares();
    if (rules.errors.isEmpty()) {
      rules.checkShareSums();
    }
    return rules.errors;
  }

  private void checkKeys() {
    if (keys.isEmpty()) {
      wrong("/keys", "REQUIRED", "A community has at least one key.");
    }
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (keys.get(i).valid().overlaps(keys.get(j).valid())) {
          wrong("/keys/" + i, "OVERLAPS", "Its dates overlap those of key " + j + ".");
        }
      }
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

  private void checkShares() {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      String pointer = "/members/" + i + "/sharePercent";
      BigDecimal share = member.sharePercent();
      if (member.direction() == EnergyDirection.GENERATION) {
        if (share != null) {
          wrong(pointer, "NOT_ALLOWED", "Only consumers have a share.");
        }
      } else {
        checkShare(pointer, member, share);
      }
    }
  }

  private void checkShare(String pointer, Member member, @Nullable BigDecimal share) {
    if (share == null) {
      staticKeys()
          .filter(key -> key.overlaps(member.valid()))
          .findFirst()
          .ifPresent(key ->
              wrong(pointer, "REQUIRED", "The key is STATIC on days from " + key.from() + "."));
    } else if (share.signum() < 0 || share.compareTo(HUNDRED) > 0 || share.scale() > SHARE_SCALE) {
      wrong(pointer, "OUT_OF_RANGE", "A share is 0 to 100 percent with up to 6 decimal places.");
    }
  }

  /** The sum only grows on a day on which a membership or a key begins. */
  private void checkShareSums() {
    Stream.concat(
            members.stream().map(member -> member.valid().from()),
            keys.stream().map(key -> key.valid().from()))
        .distinct()
        .sorted()
        .filter(day -> staticKeys().anyMatch(key -> key.contains(day)))
        .filter(day -> shareSumOn(day) > AllocationKernel.WHOLE)
        .findFirst()
        .ifPresent(day ->
            wrong(
                "/members", "SHARES_EXCEED_100", "The shares on " + day + " exceed 100 percent."));
  }

  private long shareSumOn(LocalDate day) {
    return members.stream()
        .filter(member -> member.valid().contains(day))
        .mapToLong(Member::shareMillionths)
        .sum();
  }

  private Stream<DateRange> staticKeys() {
    return keys.stream().filter(key -> key.method() == KeyMethod.STATIC).map(SharingKey::valid);
  }

  private void wrong(String pointer, String code, String detail) {
    errors.add(new FieldError(pointer, code, detail));
  }
}
