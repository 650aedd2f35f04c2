package org.nachbarstrom.suite.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a child process. */
final class ServiceProcess {

  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int LOG_LINES_SHOWN = 15;

  private final Stage stage;
  private final URI url;
  private final Path log;
  private final Process process;

  private ServiceProcess(Stage stage, URI url, Path log, Process process) {
    this.stage = stage;
    this.url = url;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the service; it is not ready yet.
   *
   * @throws LaunchException if it has not been built
   */
  static ServiceProcess start(
      Stage stage, SupervisorOptions options, int port, Path log, Map<String, String> given) {
    Path folder = options.home().resolve(stage.folder()).resolve("target/quarkus-app");
    if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
      throw new LaunchException(folder + " is missing; build it with: ./mvnw package -DskipTests");
    }
    Map<String, String> environment = new LinkedHashMap<>(given);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    ProcessBuilder builder =
        new ProcessBuilder(command(stage, folder, options.optimised()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      URI url = URI.create("http://127.0.0.1:" + port);
      return new ServiceProcess(stage, url, log, builder.start());
    } catch (IOException e) {
      throw new LaunchException("The " + stage.key() + " service did not start", e);
    }
  }

  private static List<String> command(Stage stage, Path folder, boolean optimised) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + stage.heapMegabytes() + "m");
    command.add("-Xss512k");
    if (!optimised) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (Files.exists(folder.resolve("app.aot"))) {
      command.add("-XX:AOTCache=app.aot");
    }
    command.addAll(JvmFlags.QUIET);
    command.add("-jar");
    command.add("quarkus-run.jar");
    return command;
  }

  /**
   * Waits until the service answers that it is ready.
   *
   * @throws LaunchException if it ends before or takes too long, with the end of its log
   */
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!ready(client)) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new LaunchException(
              "The %s service ended with exit code %d while starting. Its log %s ends with:%n%s"
                  .formatted(stage.key(), process.exitValue(), log, endOfLog()));
        }
        if (System.nanoTime() > deadline) {
          throw new LaunchException(
              "The %s service is not ready after %d s. Its log %s ends with:%n%s"
                  .formatted(stage.key(), START_TIMEOUT.toSeconds(), log, endOfLog()));
        }
      }
    }
  }

  private boolean ready(HttpClient client) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    } catch (IOException e) {
      return "(not readable)";
    }
  }

  URI url() {
    return url;
  }

  Path log() {
    return log;
  }

  Process process() {
    return process;
  }

  /** Asks the process to end, and ends it after ten seconds. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process at once, as SIGKILL does, and waits until it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
