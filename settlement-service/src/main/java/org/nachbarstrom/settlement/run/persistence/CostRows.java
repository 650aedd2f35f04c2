package org.nachbarstrom.settlement.run.persistence;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.run.CostLine;
import org.nachbarstrom.settlement.run.Endpoint;
import org.nachbarstrom.settlement.run.MemberCost;
import org.nachbarstrom.support.tenancy.Tenant;

/** Between cost lines and rows of {@code member_cost} and {@code member_cost_line}. */
public final class CostRows {
  static final String INSERT_LINE =
      """
      insert into member_cost_line
        (tenant, run, accounting_point, line, component, tariff, from_day, to_day, debit, credit,
         amount_micro_euro, energy_milliwatt_hours, quantity, unit, price, price_unit)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)\
      """;

  static final String SELECT =
      """
      select m.accounting_point as member, m.direction, l.*
      from member_cost m
      left join member_cost_line l on l.run = m.run and l.accounting_point = m.accounting_point
      where m.run = $1
      """;

  private CostRows() {}

  static List<Object[]> lines(Tenant tenant, UUID run, MemberCost cost) {
    List<Object[]> rows = new ArrayList<>();
    for (CostLine line : cost.lines()) {
      rows.add(
          new Object[] {
            tenant.id(),
            run,
            cost.accountingPoint().value(),
            line.line(),
            line.component().name(),
            line.tariff(),
            line.from(),
            line.to(),
            line.flow().debit().value(),
            line.flow().credit().value(),
            line.flow().amount().microEuro(),
            line.flow().energy().milliWattHours(),
            line.quantity().number(),
            line.quantity().unit(),
            line.price().amount(),
            line.price().unit().name()
          });
    }
    return rows;
  }

  /** Costs of members whose rows follow each other. */
  static List<MemberCost> costs(ClosingVersion closing, List<Row> rows) {
    Map<AccountingPointId, List<CostLine>> lines = new LinkedHashMap<>();
    Map<AccountingPointId, EnergyDirection> directions = new LinkedHashMap<>();
    for (Row row : rows) {
      AccountingPointId member = new AccountingPointId(row.getString("member"));
      directions.put(member, EnergyDirection.valueOf(row.getString("direction")));
      List<CostLine> of = lines.computeIfAbsent(member, point -> new ArrayList<>());
      if (row.getInteger("line") != null) {
        of.add(line(row));
      }
    }
    List<MemberCost> costs = new ArrayList<>();
    directions.forEach((member, direction) ->
        costs.add(
            new MemberCost(closing, member, direction, lines.getOrDefault(member, List.of()))));
    return costs;
  }

  /** The line in a row that has all columns of {@code member_cost_line}. */
  public static CostLine line(Row row) {
    return new CostLine(
        row.getInteger("line"),
        Component.valueOf(row.getString("component")),
        row.getString("tariff"),
        row.getLocalDate("from_day"),
        row.getLocalDate("to_day"),
        new CostLine.Flow(
            new Endpoint(row.getString("debit")),
            new Endpoint(row.getString("credit")),
            Money.ofMicroEuro(row.getLong("amount_micro_euro")),
            Energy.ofMilliWattHours(row.getLong("energy_milliwatt_hours"))),
        new CostLine.Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
        new Price(row.getBigDecimal("price"), PriceUnit.valueOf(row.getString("price_unit"))));
  }
}
