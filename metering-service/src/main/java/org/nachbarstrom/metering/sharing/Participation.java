package org.nachbarstrom.metering.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.FieldError;

/**
 * How far a point may take part in several communities at once: in up to five and with 100 percent
 * of its energy altogether (§ 16d ElWOG 2010).
 */
final class Participation {
  private static final int MOST_COMMUNITIES = 5;

  private Participation() {}

  /**
   * What is wrong with members who take part elsewhere, too.
   *
   * @param members of the community as it is to be declared
   * @param elsewhere memberships of the same points in all other communities
   */
  static List<FieldError> check(List<Member> members, List<Member> elsewhere) {
    Map<AccountingPointId, List<Member>> others =
        elsewhere.stream().collect(Collectors.groupingBy(Member::accountingPoint));
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      List<Member> same = others.getOrDefault(member.accountingPoint(), List.of());
      String pointer = "/members/" + i + "/participationPercent";
      firstDay(member, same)
          .map(day -> new FieldError(pointer, "PARTICIPATION_EXCEEDED", detail(day)))
          .ifPresent(errors::add);
    }
    return errors;
  }

  private static String detail(LocalDate day) {
    return "On "
        + day
        + " the point takes part in more than "
        + MOST_COMMUNITIES
        + " communities or with more than 100 percent.";
  }

  /** Both only grow on a day on which a membership begins. */
  private static Optional<LocalDate> firstDay(Member member, List<Member> others) {
    return Stream.concat(Stream.of(member), others.stream())
        .map(each -> each.valid().from())
        .filter(member.valid()::contains)
        .sorted()
        .filter(day -> tooMuch(member, others, day))
        .findFirst();
  }

  private static boolean tooMuch(Member member, List<Member> others, LocalDate day) {
    List<Member> valid = others.stream().filter(other -> other.valid().contains(day)).toList();
    int percent = valid.stream().mapToInt(Member::participationPercent).sum();
    return valid.size() >= MOST_COMMUNITIES
        || percent + member.participationPercent() > Member.FULL_PARTICIPATION;
  }
}
