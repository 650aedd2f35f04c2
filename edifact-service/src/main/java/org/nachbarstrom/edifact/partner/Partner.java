package org.nachbarstrom.edifact.partner;

import java.util.Comparator;
import java.util.List;

/**
 * A market partner, or ourselves.
 *
 * @param code its code
 * @param name its name, not empty
 * @param own whether we send and receive under the code
 * @param contact whom to ask
 * @param roles its roles by role and first day; none if unknown
 * @param rules how its interchanges are read
 * @param channel how it gets ours
 */
public record Partner(
    PartnerCode code,
    String name,
    boolean own,
    Contact contact,
    List<RoleAssignment> roles,
    FormatRules rules,
    DeliveryChannel channel) {
  /**
   * A partner.
   *
   * @throws IllegalArgumentException if it has a role twice on a day
   */
  public Partner {
    roles =
        roles.stream()
            .sorted(
                Comparator.comparing(RoleAssignment::role)
                    .thenComparing(assignment -> assignment.valid().from()))
            .toList();
    for (int i = 1; i < roles.size(); i++) {
      RoleAssignment before = roles.get(i - 1);
      RoleAssignment after = roles.get(i);
      if (before.role() == after.role() && before.valid().overlaps(after.valid())) {
        throw new IllegalArgumentException(
            "the role " + after.role() + " is given twice on " + after.valid().from());
      }
    }
  }
}
