package org.nachbarstrom.metering.comparison.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.comparison.Cause;
import org.nachbarstrom.metering.comparison.ComparisonTally;
import org.nachbarstrom.metering.sharing.QueryAllocation;

/** Differences by member and likely cause. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonReport(
    String community,
    LocalDate from,
    LocalDate to,
    Instant asKnownAt,
    int cells,
    int differences,
    List<Member> members) {
  static ComparisonReport of(ComparisonResource.Compared compared) {
    QueryAllocation.Known known = compared.known();
    ComparisonTally tally = compared.tally();
    return new ComparisonReport(
        known.community().id(),
        known.period().from(),
        known.period().end().orElseThrow(),
        known.asKnownAt(),
        tally.members().stream().mapToInt(ComparisonTally.MemberComparison::cells).sum(),
        tally.differences().size(),
        tally.members().stream().map(Member::of).toList());
  }

  record Member(
      String accountingPoint,
      int cells,
      long operatorMilliWattHours,
      long oursMilliWattHours,
      long differenceMilliWattHours,
      List<CauseAnswer> causes) {
    static Member of(ComparisonTally.MemberComparison member) {
      return new Member(
          member.accountingPoint().value(),
          member.cells(),
          member.operatorTotal(),
          member.oursTotal(),
          member.oursTotal() - member.operatorTotal(),
          member.causes().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(entry -> CauseAnswer.of(entry.getKey(), entry.getValue()))
              .toList());
    }
  }

  record CauseAnswer(
      Cause cause, int cells, long differenceMilliWattHours, Instant first, Instant last) {
    static CauseAnswer of(Cause cause, ComparisonTally.CauseCount count) {
      return new CauseAnswer(
          cause, count.cells(), count.milliWattHours(), count.first(), count.last());
    }
  }
}
