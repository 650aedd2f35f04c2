package org.nachbarstrom.metering.sharing.rest;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.input.Input;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityRules;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

/** A community as people write it. */
record CommunityBody(
    @Nullable String name,
    @Nullable String zone,
    @Nullable List<KeyBody> keys,
    @Nullable List<MemberBody> members,
    @Nullable Boolean holdCorrections) {
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");

  record KeyBody(
      @Nullable String from,
      @Nullable String to,
      @Nullable String method,
      @Nullable List<String> groups) {}

  record MemberBody(
      @Nullable String accountingPoint,
      @Nullable String direction,
      @Nullable String from,
      @Nullable String to,
      @Nullable BigDecimal sharePercent,
      @Nullable Integer group,
      @Nullable Integer participationPercent) {}

  /**
   * Reads the community.
   *
   * @throws org.nachbarstrom.support.problem.ProblemException naming every place that is wrong
   */
  Community read(String id) {
    Input input = new Input();
    if (!ID.matcher(id).matches()) {
      input.wrong("id", "UNREADABLE", "An id has 1 to 64 letters, digits, dots, hyphens.");
    }
    Optional<String> readName = input.required("/name", name);
    Optional<ZoneId> readZone = readZone(input);
    List<SharingKey> readKeys = readKeys(input);
    List<Member> readMembers = readMembers(input);
    if (input.good()) {
      input.wrong(CommunityRules.check(readKeys, readMembers));
    }
    input.refuseIfWrong(SharingRejection.INVALID_COMMUNITY);
    return new Community(
        id,
        readName.orElseThrow(),
        readZone.orElseThrow(),
        readKeys,
        readMembers,
        Boolean.TRUE.equals(holdCorrections));
  }

  private Optional<ZoneId> readZone(Input input) {
    Optional<String> text = input.required("/zone", zone);
    if (text.isPresent() && !ZoneId.getAvailableZoneIds().contains(text.get())) {
      input.wrong("/zone", "UNKNOWN_ZONE", "Use a name such as Europe/Berlin.");
      return Optional.empty();
    }
    return text.map(ZoneId::of);
  }

  private List<SharingKey> readKeys(Input input) {
    List<SharingKey> read = new ArrayList<>();
    List<KeyBody> bodies = keys == null ? List.of() : keys;
    for (int i = 0; i < bodies.size(); i++) {
      KeyBody body = bodies.get(i);
      String pointer = "/keys/" + i;
      Optional<DateRange> range = input.range(pointer, body.from(), body.to());
      Optional<KeyMethod> method = input.code(pointer + "/method", body.method(), KeyMethod.class);
      List<KeyMethod> groups = readGroups(input, pointer + "/groups", body);
      if (range.isPresent() && method.isPresent()) {
        read.add(new SharingKey(range.get(), method.get(), groups));
      }
    }
    return read;
  }

  private static List<KeyMethod> readGroups(Input input, String pointer, KeyBody body) {
    List<KeyMethod> read = new ArrayList<>();
    List<String> groups = body.groups() == null ? List.of() : body.groups();
    for (int i = 0; i < groups.size(); i++) {
      input.code(pointer + "/" + i, groups.get(i), KeyMethod.class).ifPresent(read::add);
    }
    return read;
  }

  private List<Member> readMembers(Input input) {
    List<Member> read = new ArrayList<>();
    List<MemberBody> bodies = members == null ? List.of() : members;
    for (int i = 0; i < bodies.size(); i++) {
      MemberBody body = bodies.get(i);
      String pointer = "/members/" + i;
      Optional<AccountingPointId> point =
          input.accountingPoint(pointer + "/accountingPoint", body.accountingPoint());
      Optional<EnergyDirection> direction =
          input.direction(pointer + "/direction", body.direction());
      Optional<DateRange> range = input.range(pointer, body.from(), body.to());
      if (point.isPresent() && direction.isPresent() && range.isPresent()) {
        read.add(
            new Member(
                point.get(),
                direction.get(),
                range.get(),
                body.sharePercent(),
                Objects.requireNonNullElse(body.group(), 0),
                Objects.requireNonNullElse(
                    body.participationPercent(), Member.FULL_PARTICIPATION)));
      }
    }
    return read;
  }
}
