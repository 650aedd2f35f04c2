package org.nachbarstrom.e2e;

import java.util.Map;
import java.util.TreeMap;

/** The community of the scenario {@code clock-change}; its README calculates every number. */
final class Lane {
  static final String COMMUNITY = "lane";
  static final String FROM = "2026-03-28";
  static final String TO = "2026-03-30";
  static final String FIRST_DAY = "2026-03-27T23:00:00Z";
  static final String SECOND_DAY = "2026-03-28T23:00:00Z";
  static final String END = "2026-03-29T22:00:00Z";
  static final String ADA = "50000000013";
  static final String BEN = "50000000021";
  static final String ROOF = "50000000063";

  private Lane() {}

  static String declaration() {
    return Scenario.text("clock-change/given/community.yaml");
  }

  /** All values of both days as first measured. */
  static Mscons values(String reference) {
    return Mscons.interchange(reference, "2026-03-30T05:00:00Z")
        .consumption(ADA, FIRST_DAY, END, "0.100")
        .consumption(BEN, FIRST_DAY, END, "0.300")
        .generation(ROOF, FIRST_DAY, SECOND_DAY, "0.600")
        .generation(ROOF, SECOND_DAY, END, "0.200");
  }

  /** The second day's feed-in as corrected later. */
  static Mscons correction(String reference) {
    return Mscons.interchange(reference, "2026-04-02T05:00:00Z")
        .generation(ROOF, SECOND_DAY, END, "0.400");
  }

  /** Expected balances in 10⁻⁶ EUR. */
  static Map<String, Long> balances(String column) {
    Map<String, Long> balances = new TreeMap<>();
    Scenario.rows(Scenario.text("clock-change/then/balances.csv").lines().toList())
        .forEach(row -> balances.put(row.get("account"), Long.parseLong(row.get(column))));
    return balances;
  }
}
