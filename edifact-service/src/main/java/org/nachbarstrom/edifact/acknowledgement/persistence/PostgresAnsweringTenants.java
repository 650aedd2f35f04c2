package org.nachbarstrom.edifact.acknowledgement.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nachbarstrom.edifact.acknowledgement.AnsweringTenants;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Reads the table answering_tenant, which a trigger fills. */
@ApplicationScoped
class PostgresAnsweringTenants implements AnsweringTenants {
  private final Sql sql;

  PostgresAnsweringTenants(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<List<Tenant>> all() {
    return sql.query("select tenant from answering_tenant order by tenant")
        .map(rows -> rows.stream().map(row -> new Tenant(row.getString("tenant"))).toList());
  }
}
