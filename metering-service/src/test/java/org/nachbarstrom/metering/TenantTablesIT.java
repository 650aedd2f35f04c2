package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;

/** What holds for every table, also for those to come. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class TenantTablesIT {
  private static final String UNPROTECTED =
      """
      select c.relname from pg_class c
      where c.relkind = 'r' and c.relnamespace not in
          ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (
          select from pg_policy p where p.polrelid = c.oid
            and pg_get_expr(p.polqual, c.oid) like '%tenant = current_setting(%'))
      order by c.relname\
      """;

  @Test
  void hidesRowsOfOtherTenantsInEveryTableButTheQueuesOfWorkers() throws SQLException {
    assertThat(names(UNPROTECTED))
        .containsExactly(
            "closing_job", "derivation_job", "outbox", "plausibility_job", "retention_schedule");
  }

  @Test
  void refusesResultsOfNoClosingVersion() {
    for (String row :
        List.of(
            "closing_member values ('t', gen_random_uuid(), 1, 'a', 'CONSUMPTION', 2, 1)",
            "closing_exchange values ('t', gen_random_uuid(), 1, 'a', 'b', 1)")) {
      assertThatThrownBy(() -> insert(row)).hasMessageContaining("belongs to no closing version");
    }
  }

  private static void insert(String row) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set nachbarstrom.tenant = 't'");
      statement.execute("insert into " + row);
    }
  }

  private static List<String> names(String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static Connection connect() throws SQLException {
    Facts facts = EmbeddedServices.current();
    return DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
  }
}
