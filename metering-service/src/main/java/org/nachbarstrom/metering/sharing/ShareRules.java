package org.nachbarstrom.metering.sharing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.EnergyDirection;

/** What the shares, groups and participation of members must obey under a community's keys. */
final class ShareRules {
  private static final int SHARE_SCALE = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<SharingKey> keys;
  private final List<Member> members;
  private final CommunityRules errors;

  ShareRules(List<SharingKey> keys, List<Member> members, CommunityRules errors) {
    this.keys = keys;
    this.members = members;
    this.errors = errors;
  }

  void check() {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      String pointer = "/members/" + i;
      checkParticipation(pointer, member);
      if (member.direction() == EnergyDirection.GENERATION) {
        checkProducer(pointer, member);
      } else {
        checkShare(pointer + "/sharePercent", member, member.sharePercent());
        checkGroup(pointer + "/group", member);
      }
    }
  }

  private void checkParticipation(String pointer, Member member) {
    if (member.participationPercent() < 1
        || member.participationPercent() > Member.FULL_PARTICIPATION) {
      errors.wrong(
          pointer + "/participationPercent", "OUT_OF_RANGE", "Participation is 1 to 100 percent.");
    }
  }

  private void checkProducer(String pointer, Member member) {
    if (member.sharePercent() != null) {
      errors.wrong(pointer + "/sharePercent", "NOT_ALLOWED", "Only consumers have a share.");
    }
    if (member.group() != 0) {
      errors.wrong(pointer + "/group", "NOT_ALLOWED", "Only consumers have a group.");
    }
  }

  private void checkShare(String pointer, Member member, @Nullable BigDecimal share) {
    if (share == null) {
      keysOf(member)
          .filter(key -> key.needsShare(member.group()))
          .findFirst()
          .ifPresent(key ->
              errors.wrong(
                  pointer,
                  "REQUIRED",
                  "The key on days from " + key.valid().from() + " divides by fixed shares."));
    } else if (share.signum() < 0 || share.compareTo(HUNDRED) > 0 || share.scale() > SHARE_SCALE) {
      errors.wrong(
          pointer, "OUT_OF_RANGE", "A share is 0 to 100 percent with up to 6 decimal places.");
    }
  }

  private void checkGroup(String pointer, Member member) {
    keysOf(member)
        .filter(key -> key.method() == KeyMethod.CASCADE)
        .filter(key -> member.group() < 1 || member.group() > key.groups().size())
        .findFirst()
        .ifPresent(key ->
            errors.wrong(
                pointer,
                member.group() == 0 ? "REQUIRED" : "OUT_OF_RANGE",
                "The cascade on days from "
                    + key.valid().from()
                    + " has the groups 1 to "
                    + key.groups().size()
                    + "."));
  }

  private Stream<SharingKey> keysOf(Member member) {
    return keys.stream().filter(key -> key.valid().overlaps(member.valid()));
  }

  /** The sum only grows on a day on which a membership or a key begins. */
  void checkSums() {
    Stream.concat(
            members.stream().map(member -> member.valid().from()),
            keys.stream().map(key -> key.valid().from()))
        .distinct()
        .sorted()
        .filter(this::exceedsOn)
        .findFirst()
        .ifPresent(day ->
            errors.wrong(
                "/members", "SHARES_EXCEED_100", "The shares on " + day + " exceed 100 percent."));
  }

  private boolean exceedsOn(LocalDate day) {
    return keys.stream()
        .filter(key -> key.valid().contains(day))
        .anyMatch(key -> exceeds(key, day));
  }

  private boolean exceeds(SharingKey key, LocalDate day) {
    Map<Integer, Long> sums = new HashMap<>();
    members.stream()
        .filter(member -> member.valid().contains(day) && key.needsShare(member.group()))
        .forEach(member ->
            sums.merge(
                key.method() == KeyMethod.CASCADE ? member.group() : 0,
                member.shareMillionths(),
                Math::addExact));
    return sums.values().stream().anyMatch(sum -> sum > AllocationKernel.WHOLE);
  }
}
