package org.nachbarstrom.suite.example;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MarketLocationId;

/**
 * A made-up energy community: households and roofs with photovoltaics. Everything about it follows
 * from its number by a fixed rule, so that two runs on two machines get the same values.
 *
 * @param id of the community
 * @param name for people
 * @param from first local day of the period
 * @param to first local day after the period
 * @param members in ascending order of their market locations
 */
public record ExampleCommunity(
    String id, String name, LocalDate from, LocalDate to, List<ExampleMember> members) {

  /** The time zone of its days. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final long FIRST_LOCATION = 5_100_000_000L;
  private static final int LOCATIONS_PER_COMMUNITY = 100;
  private static final int CONSUMERS_PER_PRODUCER = 4;
  private static final int[] HOUSEHOLD_SIZES = {100, 70, 135, 90, 160, 115};
  private static final int[] ROOF_SIZES = {100, 60};
  private static final List<String> DEMO_NAMES =
      List.of(
          "Familie Ahrens",
          "Kim Brandt",
          "Familie Claasen",
          "Dana Dietz",
          "Bäckerei Eilers",
          "Familie Funke",
          "PV Nord GbR",
          "PV Schule");
  private static final List<String> DEMO_PARTIES =
      List.of("ahrens", "brandt", "claasen", "dietz", "eilers", "funke", "pv-nord", "pv-schule");

  public ExampleCommunity {
    members = List.copyOf(members);
  }

  /**
   * The community of the demo: six consumers, two roofs, October 2026 with its day of 25 hours on
   * the 25th.
   */
  public static ExampleCommunity demo() {
    List<ExampleMember> members = new ArrayList<>();
    for (int i = 0; i < DEMO_PARTIES.size(); i++) {
      boolean producer = DEMO_PARTIES.get(i).startsWith("pv-");
      members.add(
          new ExampleMember(
              location(0, i),
              producer ? EnergyDirection.GENERATION : EnergyDirection.CONSUMPTION,
              DEMO_PARTIES.get(i),
              DEMO_NAMES.get(i),
              producer
                  ? ROOF_SIZES[i % ROOF_SIZES.length]
                  : HOUSEHOLD_SIZES[i % HOUSEHOLD_SIZES.length]));
    }
    return new ExampleCommunity(
        "sonnenweg", "Sonnenweg", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), members);
  }

  /**
   * One of many communities of the same build, for measurements: one roof for four households.
   *
   * @param number from 1
   * @param points members of the community
   * @param from first local day
   * @param days length of the period
   */
  public static ExampleCommunity numbered(int number, int points, LocalDate from, int days) {
    if (number < 1 || points < 2 || points > LOCATIONS_PER_COMMUNITY || days < 1) {
      throw new IllegalArgumentException(
          "No community " + number + " of " + points + " points and " + days + " days");
    }
    List<ExampleMember> members = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      boolean producer =
          i % (CONSUMERS_PER_PRODUCER + 1) == CONSUMERS_PER_PRODUCER || points == i + 1;
      members.add(
          new ExampleMember(
              location(number, i),
              producer ? EnergyDirection.GENERATION : EnergyDirection.CONSUMPTION,
              "party-" + number + "-" + i,
              "Party " + number + "/" + i,
              producer ? 100 : HOUSEHOLD_SIZES[(number + i) % HOUSEHOLD_SIZES.length]));
    }
    return new ExampleCommunity(
        "community-" + number, "Community " + number, from, from.plusDays(days), members);
  }

  /** Its delivery days. */
  public static DeliveryCalendar calendar() {
    return new DeliveryCalendar(ZONE);
  }

  private static MarketLocationId location(int community, int index) {
    long digits = FIRST_LOCATION + (long) community * LOCATIONS_PER_COMMUNITY + index;
    String first = Long.toString(digits);
    for (char check = '0'; check <= '9'; check++) {
      var found = MarketLocationId.tryParse(first + check);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("No check digit fits " + first);
  }
}
