package org.nachbarstrom.metering.comparison;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.metering.sharing.QueryAllocation;
import org.nachbarstrom.support.work.OffLoop;

/** Compares our allocation of a period with the operator's. */
@ApplicationScoped
public class CompareWithOperator {
  private final QueryAllocation query;

  CompareWithOperator(QueryAllocation query) {
    this.query = query;
  }

  /** Compares day by day; what the file says outside the period is not looked at. */
  public Uni<ComparisonTally> compare(QueryAllocation.Known known, OperatorFile operator) {
    ComparisonTally tally = new ComparisonTally();
    return query
        .days(known)
        .onItem()
        .transformToUniAndConcatenate(day ->
            OffLoop.compute(() -> {
              new DayComparison(day, operator).tell(tally);
              return day.roster().day();
            }))
        .collect()
        .asList()
        .replaceWith(tally);
  }
}
