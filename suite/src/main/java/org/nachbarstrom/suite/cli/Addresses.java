package org.nachbarstrom.suite.cli;

import java.io.PrintWriter;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.launch.Stage;

/** Where people find what runs. */
final class Addresses {

  private Addresses() {}

  static void print(RunningState state, PrintWriter out) {
    TextTable table = new TextTable("service", "Swagger UI", "health");
    for (Stage stage : Stage.values()) {
      String url = state.url(stage);
      table.row(stage.key(), url + "/q/swagger-ui", url + "/q/health");
    }
    table.lines().forEach(out::println);
    out.println();
    out.println("chain       " + state.chainUrl() + "  (JSON-RPC)");
    out.println("PostgreSQL  127.0.0.1:" + state.databasePort());
    out.println("AMQP 1.0    127.0.0.1:" + state.brokerPort());
    out.println("issuer      " + state.issuerUrl() + "  (a token: ./nachbarstrom token)");
    out.flush();
  }
}
