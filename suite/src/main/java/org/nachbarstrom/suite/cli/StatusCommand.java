package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.launch.RunningState;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
    name = "status",
    description = "Show what runs, where, and whether it is ready.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class StatusCommand extends Context.Reading implements Callable<Integer> {

  private static final String READY = "ready";

  private StatusCommand() {}

  @Override
  public Integer call() {
    RunningState state = context().requireRunning();
    Map<String, String> health = new LinkedHashMap<>();
    state.services().forEach((key, service) -> health.put(key, health(service)));
    health.put("database", RunningState.alive(state.databasePid()) ? READY : "ended");
    health.put("chain", RunningState.alive(state.chainPid()) ? READY : "ended");
    if (json()) {
      context().print(asJson(state, health));
    } else {
      print(state, health);
    }
    boolean allReady = health.values().stream().allMatch(READY::equals);
    return allReady ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static String health(RunningState.Service service) {
    if (!RunningState.alive(service.pid())) {
      return "ended; see " + service.log();
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(service.url() + "/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200 ? READY : "not ready; see " + service.url() + "/q/health";
    } catch (IOException e) {
      return "does not answer; see " + service.log();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private void print(RunningState state, Map<String, String> health) {
    TextTable table = new TextTable("part", ">pid", "address", "state");
    state
        .services()
        .forEach((key, service) ->
            table.row(key, service.pid(), service.url(), health.getOrDefault(key, "")));
    table.row(
        "database",
        state.databasePid(),
        "127.0.0.1:" + state.databasePort(),
        health.getOrDefault("database", ""));
    table.row("chain", state.chainPid(), state.chainUrl(), health.getOrDefault("chain", ""));
    table.row("broker", state.supervisorPid(), "127.0.0.1:" + state.brokerPort(), READY);
    table.row("issuer", state.supervisorPid(), state.issuerUrl(), READY);
    context().print(table);
    context()
        .out()
        .println("\nrunning since " + state.startedAt() + " on " + context().dataInUse());
  }

  private ObjectNode asJson(RunningState state, Map<String, String> health) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("data", context().dataInUse().toString());
    json.put("startedAt", state.startedAt());
    json.put("supervisorPid", state.supervisorPid());
    ObjectNode services = json.putObject("services");
    state
        .services()
        .forEach((key, service) ->
            services
                .putObject(key)
                .put("url", service.url())
                .put("pid", service.pid())
                .put("log", service.log())
                .put("state", health.getOrDefault(key, "")));
    json.put("databasePort", state.databasePort());
    json.put("brokerPort", state.brokerPort());
    json.put("chainUrl", state.chainUrl());
    json.put("issuerUrl", state.issuerUrl());
    return json;
  }
}
