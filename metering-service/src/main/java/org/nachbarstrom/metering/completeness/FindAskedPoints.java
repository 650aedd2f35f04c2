package org.nachbarstrom.metering.completeness;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.sharing.Communities;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.ProblemException;

/** Finds the points that a question is about, in the current transaction. */
@ApplicationScoped
class FindAskedPoints {
  private final Communities communities;
  private final DeclaredPoints points;
  private final KeptValues kept;

  FindAskedPoints(Communities communities, DeclaredPoints points, KeptValues kept) {
    this.kept = kept;
    this.communities = communities;
    this.points = points;
  }

  /** The points of one page, at most as many as the question says. */
  Uni<AskedPoints> find(CompletenessQuestion question, Instant known) {
    return switch (question.scope()) {
      case CompletenessQuestion.OfPoint point ->
          points
              .find(List.of(point.id()), known)
              .invoke(found -> requireDeclared(point.id(), found.isEmpty()))
              .map(found -> AskedPoints.of(found, false));
      case CompletenessQuestion.OfAll all ->
          points
              .list(question.after(), question.limit(), known)
              .map(found -> AskedPoints.of(found, found.size() == question.limit()));
      case CompletenessQuestion.OfCommunity community ->
          communities
              .find(community.id(), known)
              .map(found -> declared(community.id(), known, found))
              .chain(declared -> members(declared, question, known));
    };
  }

  /** What is kept of the values of the points. */
  Uni<KeptValues.Kept> kept(AskedPoints asked) {
    return kept.of(asked.points().stream().map(point -> point.id().value()).toList());
  }

  private static void requireDeclared(AccountingPointId point, boolean missing) {
    if (missing) {
      throw new ProblemException(
          AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT, "'" + point + "' is not declared.");
    }
  }

  private static Community declared(String id, Instant known, Optional<Communities.Revised> found) {
    return found
        .map(Communities.Revised::community)
        .orElseThrow(() ->
            new ProblemException(
                SharingRejection.UNKNOWN_COMMUNITY,
                "Community '" + id + "' was not declared by " + known + "."));
  }

  private Uni<AskedPoints> members(
      Community community, CompletenessQuestion question, Instant known) {
    List<Member> during = community.membersDuring(question.days());
    List<AccountingPointId> behind =
        during.stream()
            .map(Member::accountingPoint)
            .filter(point -> point.value().compareTo(question.after()) > 0)
            .sorted()
            .distinct()
            .toList();
    Set<AccountingPointId> page =
        new HashSet<>(behind.subList(0, Math.min(question.limit(), behind.size())));
    List<Member> members =
        during.stream().filter(member -> page.contains(member.accountingPoint())).toList();
    return points
        .find(page, known)
        .map(declared ->
            AskedPoints.of(community.zone(), members, declared, behind.size() > page.size()));
  }
}
