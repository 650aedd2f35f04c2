package org.nachbarstrom.clearing.chain.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.clearing.chain.Contract;
import org.nachbarstrom.clearing.chain.ContractStore;
import org.nachbarstrom.clearing.chain.Deployment;
import org.nachbarstrom.clearing.chain.PlannedDeployment;
import org.nachbarstrom.support.persistence.Sql;

/** Contracts in PostgreSQL; the right to send is an advisory lock, which a crash gives back. */
@ApplicationScoped
class PostgresContractStore implements ContractStore {
  private static final String LOCK = "hashtext('nachbarstrom.clearing.chain')";

  private final Sql sql;

  PostgresContractStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Boolean> tryLockChain() {
    return sql.query("select pg_try_advisory_xact_lock(" + LOCK + ") as locked")
        .map(rows -> rows.getFirst().getBoolean("locked"));
  }

  @Override
  public Uni<Void> lockChain() {
    return sql.query("select 1 as locked from pg_advisory_xact_lock(" + LOCK + ")")
        .replaceWithVoid();
  }

  @Override
  public Uni<Deployment> find() {
    return sql.query(
            "select state, chain_id, address, nonce, transaction_hash, raw_transaction"
                + " from contract")
        .map(rows ->
            rows.stream()
                .findFirst()
                .map(PostgresContractStore::deployment)
                .orElseGet(Deployment.None::new));
  }

  private static Deployment deployment(Row row) {
    Contract contract = new Contract(row.getLong("chain_id"), row.getString("address"));
    return row.getString("state").equals("DEPLOYED")
        ? new Deployment.Deployed(contract)
        : new Deployment.Planned(
            new PlannedDeployment(
                contract,
                row.getLong("nonce"),
                row.getString("transaction_hash"),
                row.getString("raw_transaction")));
  }

  @Override
  public Uni<Void> add(PlannedDeployment plan) {
    return sql.execute(
            """
            insert into contract (tenant, state, chain_id, address, nonce, transaction_hash,
                                  raw_transaction)
            values (current_setting('nachbarstrom.tenant'), 'PLANNED', $1, $2, $3, $4, $5)
            """,
            plan.contract().chainId(),
            plan.contract().address(),
            plan.nonce(),
            plan.transactionHash(),
            plan.rawTransaction())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> remove() {
    return sql.execute("delete from contract where state = 'PLANNED'").replaceWithVoid();
  }

  @Override
  public Uni<Void> markDeployed() {
    return sql.execute("update contract set state = 'DEPLOYED'").replaceWithVoid();
  }
}
