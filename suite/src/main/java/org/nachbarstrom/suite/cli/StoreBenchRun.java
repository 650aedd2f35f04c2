package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.nachbarstrom.suite.bench.StoreBench;
import org.nachbarstrom.suite.bench.StorePlan;
import org.nachbarstrom.suite.bench.StoreResult;

/** Starts the metering service on fresh data, measures how values are stored and prints it. */
final class StoreBenchRun {
  private final Context context;
  private final boolean asJson;

  StoreBenchRun(Context context, boolean asJson) {
    this.context = context;
    this.asJson = asJson;
  }

  int run(StorePlan plan) throws InterruptedException, IOException, SQLException {
    List<StoreResult> results =
        FreshServices.measureMetering(
            context,
            "bench-store",
            running -> new StoreBench(running, plan, context::progress).run());
    if (asJson) {
      context.print(json(plan, results));
    } else {
      print(plan, results);
    }
    return ExitCode.OK;
  }

  private void print(StorePlan plan, List<StoreResult> results) {
    context
        .out()
        .printf(
            "%d points, %d days, %d processors, the metering service alone%n%n",
            plan.points(), plan.days(), Runtime.getRuntime().availableProcessors());
    TextTable speed =
        new TextTable(
            "way",
            ">values",
            ">wall s",
            ">values/s",
            ">× COPY",
            ">service CPU s",
            ">database CPU s",
            ">values/CPU s",
            ">× COPY");
    TextTable space = new TextTable("way", ">bytes per value", ">GB per 10,000 points and year");
    for (StoreResult one : results) {
      row(speed, one, results.getLast());
      space.row(
          one.way(), hundredths(one.centiBytesPerValue()), hundredths(one.centiGigabytesPerYear()));
    }
    context.print(speed);
    context
        .out()
        .printf(
            "%nFrom the first event delivered to the last committed; the broker shares the"
                + " processors. CPU is that of%nthe metering service and of all processes of"
                + " PostgreSQL.%n%n");
    context.print(space);
  }

  private static void row(TextTable speed, StoreResult one, StoreResult copy) {
    speed.row(
        one.way(),
        "%,d".formatted(one.values()),
        Figures.seconds(one.wallMillis()),
        "%,d".formatted(one.perSecond()),
        ratio(one.perSecond(), copy.perSecond()),
        Figures.seconds(one.serviceMillis()),
        Figures.seconds(one.databaseMillis()),
        "%,d".formatted(one.perCpuSecond()),
        ratio(one.perCpuSecond(), copy.perCpuSecond()));
  }

  private static String hundredths(long value) {
    return "%,.2f".formatted(value / 100.0);
  }

  private static String ratio(long ours, long theirs) {
    return "%.1f".formatted((double) ours / Math.max(1, theirs));
  }

  private static ObjectNode json(StorePlan plan, List<StoreResult> results) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("points", plan.points()).put("days", plan.days());
    for (StoreResult one : results) {
      root.withArray("ways")
          .addObject()
          .put("way", one.way())
          .put("values", one.values())
          .put("wallMillis", one.wallMillis())
          .put("serviceCpuMillis", one.serviceMillis())
          .put("databaseCpuMillis", one.databaseMillis())
          .put("valuesPerSecond", one.perSecond())
          .put("valuesPerCpuSecond", one.perCpuSecond())
          .put("bytes", one.bytes());
    }
    return root;
  }
}
