package org.nachbarstrom.pricing.contract.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.contract.ContractAssignment;
import org.nachbarstrom.pricing.contract.ContractStore;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Contracts in the table {@code contract_assignment}. */
@ApplicationScoped
class PostgresContractStore implements ContractStore {
  private final Sql sql;
  private final Clock clock;

  PostgresContractStore(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Map<AccountingPointId, Contract>> find(Collection<AccountingPointId> points) {
    String[] wanted = points.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(
            """
            select accounting_point, tariff, lower(valid) as valid_from, upper(valid) as valid_to
            from contract_assignment where accounting_point = any($1) and replaced_at is null\
            """,
            (Object) wanted)
        .map(PostgresContractStore::byPoint);
  }

  private static Map<AccountingPointId, Contract> byPoint(List<Row> rows) {
    Map<AccountingPointId, List<ContractAssignment>> assignments = new TreeMap<>();
    for (Row row : rows) {
      @Nullable LocalDate to = row.getLocalDate("valid_to");
      assignments
          .computeIfAbsent(
              new AccountingPointId(row.getString("accounting_point")), point -> new ArrayList<>())
          .add(
              new ContractAssignment(
                  new TariffId(row.getString("tariff")),
                  new DateRange(row.getLocalDate("valid_from"), to)));
    }
    Map<AccountingPointId, Contract> contracts = new TreeMap<>();
    assignments.forEach((point, list) -> contracts.put(point, new Contract(point, list)));
    return contracts;
  }

  @Override
  public Uni<Void> replace(Tenant tenant, Contract contract) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String point = contract.accountingPoint().value();
    List<Object[]> rows = new ArrayList<>();
    for (ContractAssignment assignment : contract.assignments()) {
      @Nullable Object[] row = {
        tenant.id(),
        point,
        assignment.tariff().value(),
        assignment.valid().from(),
        assignment.valid().to(),
        now
      };
      rows.add(row);
    }
    return sql.execute(
            """
            update contract_assignment set replaced_at = $2
            where accounting_point = $1 and replaced_at is null\
            """,
            point,
            now)
        .chain(done ->
            sql.batch(
                """
                insert into contract_assignment
                  (tenant, accounting_point, tariff, valid, recorded_at)
                values ($1, $2, $3, daterange($4, $5), $6)\
                """,
                rows));
  }
}
