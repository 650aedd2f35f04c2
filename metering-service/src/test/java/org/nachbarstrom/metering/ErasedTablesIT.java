package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.metering.erasure.ErasedTable;

/** A new table is erased behind the horizon, or somebody says here why it is not. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ErasedTablesIT {
  private static final String TABLES =
      """
      select c.relname from pg_class c
      where c.relkind in ('r', 'p', 'm') and c.relnamespace = 'public'::regnamespace\
      """;

  /** Goes with rows of another table. */
  private static final List<String> WITH_OTHERS =
      List.of("value_document", "substitution_decision");

  private static final Map<String, String> TELL_NO_QUARTER_HOURS =
      Map.ofEntries(
          Map.entry("accounting_point", "where a point is, not what it used"),
          Map.entry("point_metering", "how a point is metered"),
          Map.entry("community_revision", "declared"),
          Map.entry("community_key", "declared"),
          Map.entry("community_member", "declared"),
          Map.entry("series", "when messages came"),
          Map.entry("snapshot_horizon", "an instant"),
          Map.entry("closing", "states; gaps by their times; sums of a correction"),
          Map.entry("closing_version", "sums of a period"),
          Map.entry("closing_member", "sums of a period"),
          Map.entry("closing_exchange", "sums of a period"),
          Map.entry("closing_job", "ids"),
          Map.entry("closing_input_key", "keys"),
          Map.entry("closing_input", "hashes and sums of days"),
          Map.entry("plausibility_check", "days looked at"),
          Map.entry("plausibility_job", "ids and days"),
          Map.entry("derivation_job", "ids and moments"),
          Map.entry("plausibility_release", "decisions"),
          Map.entry("upload", "counts of values"),
          Map.entry("document_cancellation", "numbers of documents"),
          Map.entry("value_request", "days asked for"),
          Map.entry("retention_horizon", "an instant"),
          Map.entry("retention_run", "counts of rows"),
          Map.entry("retention_hold", "decisions"),
          Map.entry("retention_schedule", "instants"),
          Map.entry("inbox", "ids"),
          Map.entry("outbox", "events until the broker has accepted them"),
          Map.entry("flyway_schema_history", "migrations"));

  @Test
  void namesEveryTableAsErasedOrAsOneThatTellsNoQuarterHours() throws SQLException {
    Stream<String> erased = Arrays.stream(ErasedTable.values()).map(ErasedTable::tableName);
    List<String> named =
        Stream.of(erased, WITH_OTHERS.stream(), TELL_NO_QUARTER_HOURS.keySet().stream())
            .flatMap(names -> names)
            .toList();
    assertThat(named).containsAll(tables()).doesNotHaveDuplicates();
  }

  private static List<String> tables() throws SQLException {
    Facts facts = EmbeddedServices.current();
    List<String> names = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
