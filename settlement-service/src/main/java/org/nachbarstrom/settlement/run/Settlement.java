package org.nachbarstrom.settlement.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.booking.Account;
import org.nachbarstrom.settlement.booking.Booking;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Differences;
import org.nachbarstrom.settlement.booking.Overdraft;
import org.nachbarstrom.settlement.booking.Position;
import org.nachbarstrom.settlement.booking.PositionKey;
import org.nachbarstrom.settlement.booking.Positions;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PayerOutcome;
import org.nachbarstrom.settlement.party.Payers;

/** From the costs of a complete closing version to its bookings; plain rules without I/O. */
public final class Settlement {
  private Settlement() {}

  /** What to do with a run. */
  public sealed interface Outcome {
    /** It must not be booked. */
    record Stop(RunProblem problem) implements Outcome {}

    /** Something is missing; by accounting point, at least one. */
    record Wait(List<WaitingFor> missing) implements Outcome {}

    /**
     * What to book.
     *
     * @param payers who pays for each point
     * @param bookings empty: nothing differs from what is booked
     */
    record Book(Map<AccountingPointId, PartyId> payers, List<Booking> bookings)
        implements Outcome {}
  }

  /** Whether the collected costs are those that the closing announced. */
  public static Optional<RunProblem> check(ClosedPeriod announced, List<MemberCost> costs) {
    List<String> found = new ArrayList<>();
    if (costs.size() != announced.members()) {
      found.add(announced.members() + " members are announced but " + costs.size() + " have costs");
    }
    List<CostLine> lines = costs.stream().flatMap(cost -> cost.lines().stream()).toList();
    found.addAll(announced.totals().differencesTo(ControlTotals.of(lines)));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RunProblem.of(RunRejection.CONTROL_TOTAL_MISMATCH, String.join("; ", found) + "."));
  }

  /** Every point that a line or a cost names, in order. */
  public static NavigableSet<AccountingPointId> points(Collection<MemberCost> costs) {
    NavigableSet<AccountingPointId> points = new TreeSet<>();
    for (MemberCost cost : costs) {
      points.add(cost.accountingPoint());
      for (CostLine line : cost.lines()) {
        line.flow().debit().point().ifPresent(points::add);
        line.flow().credit().point().ifPresent(points::add);
      }
    }
    return points;
  }

  /**
   * Works out what to book.
   *
   * @param costs all members of the version, checked
   * @param payers known payers by point
   * @param booked what the earlier batches of the closing have moved
   */
  public static Outcome settle(
      ClosingVersion closing,
      List<MemberCost> costs,
      Map<AccountingPointId, Payers> payers,
      Positions booked) {
    Map<AccountingPointId, PartyId> paying = new TreeMap<>();
    List<WaitingFor> missing = new ArrayList<>();
    for (AccountingPointId point : points(costs)) {
      switch (payers.getOrDefault(point, Payers.NONE).during(closing.from(), closing.to())) {
        case PayerOutcome.Pays(var party) -> paying.put(point, party);
        case PayerOutcome.Nobody(var day) ->
            missing.add(WaitingFor.of(WaitingFor.Code.NO_PAYER, point, day));
        case PayerOutcome.Changes(var day) ->
            missing.add(WaitingFor.of(WaitingFor.Code.PAYER_CHANGES_WITHIN_PERIOD, point, day));
      }
    }
    if (!missing.isEmpty()) {
      return new Outcome.Wait(missing);
    }
    Positions target = positions(costs, paying);
    List<Overdraft> overdrafts = Overdraft.of(target);
    if (!overdrafts.isEmpty()) {
      return new Outcome.Stop(overdrawn(overdrafts));
    }
    return new Outcome.Book(paying, Differences.between(target, booked));
  }

  /**
   * Where all positions of the version should stand.
   *
   * @param paying a party for every point
   */
  static Positions positions(Collection<MemberCost> costs, Map<AccountingPointId, PartyId> paying) {
    List<Positions> parts = new ArrayList<>();
    for (MemberCost cost : costs) {
      for (CostLine line : cost.lines()) {
        PositionKey key =
            new PositionKey(
                line.component(),
                cost.accountingPoint(),
                line.tariff(),
                line.from(),
                line.to(),
                account(line.flow().debit(), paying),
                account(line.flow().credit(), paying));
        parts.add(Positions.of(key, new Position(line.flow().energy(), line.flow().amount())));
      }
    }
    return Positions.sum(parts);
  }

  private static Account account(Endpoint endpoint, Map<AccountingPointId, PartyId> paying) {
    return endpoint
        .point()
        .map(point -> Account.of(point, payer(point, paying)))
        .orElse(Account.GRID);
  }

  private static PartyId payer(AccountingPointId point, Map<AccountingPointId, PartyId> paying) {
    PartyId party = paying.get(point);
    if (party == null) {
      throw new IllegalArgumentException("nobody pays for " + point);
    }
    return party;
  }

  private static RunProblem overdrawn(List<Overdraft> overdrafts) {
    List<String> found =
        overdrafts.stream()
            .map(o -> "account " + o.account() + " would have given " + o.missing() + " too much")
            .toList();
    return RunProblem.of(RunRejection.ENERGY_OVERDRAWN, String.join("; ", found) + ".");
  }
}
