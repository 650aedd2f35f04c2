package org.nachbarstrom.suite.example;

import java.util.List;

/** Writes example communities as one declaration file. */
public final class ExampleDeclaration {

  private static final String HEAD =
      """
      # Made by the example generator; apply it with ./nachbarstrom apply -f FILE
      tariffs:
        haushalt:
          name: Reststrom Haushalt
          components:
            - {kind: RESIDUAL_ENERGY, price: 28, vatPercent: 19, from: 2026-01-01}
            - {kind: BASE_FEE, price: 0.35, vatPercent: 19, from: 2026-01-01}
        pv:
          name: Dach
          components:
            - {kind: SHARED_ENERGY, price: 11, vatPercent: 19, from: 2026-01-01}
            - {kind: SURPLUS_ENERGY, price: 7.9, vatPercent: 0, from: 2026-01-01}
      """;

  private ExampleDeclaration() {}

  /** The declaration of all parties, tariffs and communities. */
  public static String of(List<ExampleCommunity> communities) {
    StringBuilder yaml = new StringBuilder(HEAD);
    yaml.append("parties:\n");
    for (ExampleCommunity community : communities) {
      for (ExampleMember member : community.members()) {
        yaml.append("  %s: {name: %s}\n".formatted(member.party(), member.name()));
      }
    }
    yaml.append("communities:\n");
    communities.forEach(community -> append(yaml, community));
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, ExampleCommunity community) {
    yaml.append("  %s:\n    name: %s\n".formatted(community.id(), community.name()));
    yaml.append("    zone: %s\n    keys:\n".formatted(ExampleCommunity.ZONE));
    yaml.append("      - {from: 2026-01-01, method: PROPORTIONAL}\n    members:\n");
    for (ExampleMember member : community.members()) {
      yaml.append(
          ("      - {accountingPoint: \"%s\", direction: %s, from: 2026-01-01,"
                  + " party: %s, tariff: %s}\n")
              .formatted(member.location(), member.direction(), member.party(), member.tariff()));
    }
  }
}
