package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.nachbarstrom.suite.bench.ClosingBench;
import org.nachbarstrom.suite.bench.ClosingPlan;
import org.nachbarstrom.suite.bench.ClosingResult;

/** Starts the metering service on fresh data, measures closings of a month and prints them. */
final class ClosingBenchRun {
  private final Context context;
  private final boolean asJson;

  ClosingBenchRun(Context context, boolean asJson) {
    this.context = context;
    this.asJson = asJson;
  }

  /**
   * Measures.
   *
   * @param sizes of communities, see {@link ClosingPlan#parse}, parted by commas
   * @param producers in communities that say nothing else
   */
  int run(String sizes, int producers) throws InterruptedException, IOException, SQLException {
    List<ClosingPlan> plans = plans(sizes, producers);
    List<ClosingResult> results =
        FreshServices.measureMetering(
            context,
            "bench-closing",
            running -> new ClosingBench(running, plans, context::progress).run());
    if (asJson) {
      context.print(json(results));
    } else {
      print(results);
    }
    return ExitCode.OK;
  }

  private static List<ClosingPlan> plans(String sizes, int producers) {
    try {
      return Arrays.stream(sizes.split(",", -1))
          .map(size -> ClosingPlan.parse(size, producers))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
  }

  private void print(List<ClosingResult> results) {
    context
        .out()
        .printf(
            "A month each, %d processors, the metering service alone%n%n",
            Runtime.getRuntime().availableProcessors());
    TextTable table =
        new TextTable(
            ">points",
            ">producers",
            ">wall s",
            ">service CPU s",
            ">database CPU s",
            ">CPU ms per point");
    for (ClosingResult one : results) {
      table.row(
          "%,d".formatted(one.plan().points()),
          "%,d".formatted(one.plan().producers()),
          Figures.seconds(one.wallMillis()),
          Figures.seconds(one.serviceMillis()),
          Figures.seconds(one.databaseMillis()),
          "%,.2f".formatted(one.cpuMicrosPerPoint() / 1000.0));
    }
    context.print(table);
    context
        .out()
        .printf(
            "%nFrom the request to the commit of all events. CPU is that of the metering service"
                + " and of all%nprocesses of PostgreSQL.%n");
  }

  private static ObjectNode json(List<ClosingResult> results) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (ClosingResult one : results) {
      root.withArray("closings")
          .addObject()
          .put("points", one.plan().points())
          .put("producers", one.plan().producers())
          .put("wallMillis", one.wallMillis())
          .put("serviceCpuMillis", one.serviceMillis())
          .put("databaseCpuMillis", one.databaseMillis())
          .put("cpuMicrosPerPoint", one.cpuMicrosPerPoint());
    }
    return root;
  }
}
