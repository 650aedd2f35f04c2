package org.nachbarstrom.suite.example;

import java.util.List;
import java.util.Locale;

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

  private static final String MARKET =
      """
      partners:
        "%s": {name: Messwerk Nord, roles: [{role: METERING_OPERATOR, from: 2026-01-01}]}
        "%s": {name: Stadtwerk, own: true, roles: [{role: SUPPLIER, from: 2026-01-01}]}
        "%s": {name: Stadtwerk Netz, own: true, roles: [{role: GRID_OPERATOR, from: 2026-01-01}]}
        "%s": {name: Fernlicht Energie, roles: [{role: SUPPLIER, from: 2026-01-01}]}
      """
          .formatted(
              ExampleInterchange.SENDER,
              ExampleInterchange.RECIPIENT,
              ExampleInterchange.GRID,
              ExampleInterchange.SUBSCRIBER);

  private ExampleDeclaration() {}

  /**
   * The declaration of the demo: its community, the partners of the interchange, and a supplier who
   * gets shared energy and residual of all members, under different registers.
   */
  public static String demo() {
    ExampleCommunity community = ExampleCommunity.demo();
    StringBuilder yaml = new StringBuilder(of(List.of(community))).append(MARKET);
    yaml.append("subscriptions:\n");
    subscribe(yaml, community, "SHARED", "");
    subscribe(yaml, community, "RESIDUAL", "register: \"1-1:1.9.2\", ");
    return yaml.toString();
  }

  private static void subscribe(
      StringBuilder yaml, ExampleCommunity community, String quantity, String register) {
    yaml.append(
        "  %s: {sender: \"%s\", partner: \"%s\", quantity: %s, community: %s, %sfrom: 2026-01-01}\n"
            .formatted(
                quantity.toLowerCase(Locale.ROOT),
                ExampleInterchange.GRID,
                ExampleInterchange.SUBSCRIBER,
                quantity,
                community.id(),
                register));
  }

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
