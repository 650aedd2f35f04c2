package org.nachbarstrom.settlement.statement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.settlement.booking.BatchReason;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.statement.Statement;
import org.nachbarstrom.settlement.statement.StatementBatch;
import org.nachbarstrom.settlement.statement.StatementClosing;
import org.nachbarstrom.settlement.statement.StatementLine;
import org.nachbarstrom.settlement.statement.StatementPeriod;
import org.nachbarstrom.settlement.statement.StatementTotals;

/**
 * A statement as JSON.
 *
 * @param from as asked for; absent: from the beginning
 * @param to as asked for, exclusive; absent: without end
 * @param differences the batches among {@code batches} that a later version booked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementView(
    StatementParty party,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<StatementClosingView> closings,
    List<StatementLineView> lines,
    StatementTotalsView totals,
    StatementEnergyView energy,
    List<StatementBatchView> batches,
    List<StatementBatchView> differences) {

  /** Who it is for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatementParty(String id, String name, @Nullable String email) {}

  /** A closing in its newest booked version. */
  record StatementClosingView(
      UUID closing,
      int version,
      String community,
      String zone,
      LocalDate from,
      LocalDate to,
      boolean provisional) {
    static StatementClosingView of(StatementClosing closing) {
      var version = closing.version();
      return new StatementClosingView(
          version.id(),
          version.version(),
          version.community(),
          version.zone().getId(),
          version.from(),
          version.to(),
          closing.provisional());
    }
  }

  /**
   * A line as the party sees it.
   *
   * @param side CHARGE: the party owes the amount; CREDIT: it is owed
   * @param counterparty {@code GRID} or an accounting point
   */
  record StatementLineView(
      UUID closing,
      int version,
      String accountingPoint,
      StatementLine.Side side,
      Component component,
      String counterparty,
      String tariff,
      LocalDate from,
      LocalDate to,
      String quantity,
      String unit,
      String price,
      PriceUnit priceUnit,
      long amountMicroEuro,
      String amountEuro,
      long energyMilliWattHours) {
    static StatementLineView of(StatementLine of) {
      var line = of.line();
      return new StatementLineView(
          of.closing(),
          of.version(),
          of.accountingPoint().value(),
          of.side(),
          line.component(),
          of.counterparty(),
          line.tariff(),
          line.from(),
          line.to(),
          line.quantity().number().toPlainString(),
          line.quantity().unit(),
          line.price().amount().toPlainString(),
          line.price().unit(),
          line.flow().amount().microEuro(),
          euro(line.flow().amount()),
          line.flow().energy().milliWattHours());
    }
  }

  /**
   * Sums; the balance is charged less credited, negative in the party's favour.
   *
   * @param payableCents balance in whole cents, rounded towards zero
   * @param remainderMicroEuro what of the balance stays on the account
   */
  record StatementTotalsView(
      long chargedMicroEuro,
      String chargedEuro,
      long chargedTaxMicroEuro,
      long creditedMicroEuro,
      String creditedEuro,
      long creditedTaxMicroEuro,
      long balanceMicroEuro,
      String balanceEuro,
      long payableCents,
      long remainderMicroEuro) {
    static StatementTotalsView of(StatementTotals totals) {
      return new StatementTotalsView(
          totals.charged().microEuro(),
          euro(totals.charged()),
          totals.chargedTax().microEuro(),
          totals.credited().microEuro(),
          euro(totals.credited()),
          totals.creditedTax().microEuro(),
          totals.balance().microEuro(),
          euro(totals.balance()),
          totals.payableCents(),
          totals.remainder().microEuro());
    }
  }

  /** Energies in 10⁻⁶ kWh. */
  record StatementEnergyView(
      long consumedMilliWattHours,
      long sharedMilliWattHours,
      long residualMilliWattHours,
      long fedInMilliWattHours,
      long sharedSoldMilliWattHours,
      long surplusMilliWattHours) {
    static StatementEnergyView of(StatementTotals.EnergyTotals totals) {
      return new StatementEnergyView(
          totals.consumed().milliWattHours(),
          totals.shared().milliWattHours(),
          totals.residual().milliWattHours(),
          totals.fedIn().milliWattHours(),
          totals.sharedSold().milliWattHours(),
          totals.surplus().milliWattHours());
    }
  }

  /** A released batch and what it added to the party's balance. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatementBatchView(
      UUID batch,
      UUID closing,
      int version,
      BatchReason reason,
      long sequence,
      BatchState state,
      long balanceMicroEuro,
      String balanceEuro,
      @Nullable String transactionHash) {
    static StatementBatchView of(StatementBatch batch) {
      return new StatementBatchView(
          batch.batch(),
          batch.closing(),
          batch.version(),
          batch.reason(),
          batch.sequence(),
          batch.state(),
          batch.balance().microEuro(),
          euro(batch.balance()),
          batch.transactionHash().orElse(null));
    }
  }

  static StatementView of(Statement statement, StatementPeriod period) {
    var party = statement.party();
    List<StatementBatchView> batches =
        statement.batches().stream().map(StatementBatchView::of).toList();
    StatementTotals totals = statement.totals();
    return new StatementView(
        new StatementParty(party.id().value(), party.name(), party.email().orElse(null)),
        period.from().orElse(null),
        period.to().orElse(null),
        statement.closings().stream().map(StatementClosingView::of).toList(),
        statement.lines().stream().map(StatementLineView::of).toList(),
        StatementTotalsView.of(totals),
        StatementEnergyView.of(totals.energy()),
        batches,
        batches.stream().filter(batch -> batch.reason() == BatchReason.DIFFERENCE).toList());
  }

  private static String euro(Money money) {
    return money.toEuro().toPlainString();
  }
}
