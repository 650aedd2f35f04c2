package org.nachbarstrom.suite.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.embedded.EmbeddedBroker;
import org.nachbarstrom.embedded.EmbeddedIssuer;
import org.nachbarstrom.embedded.ProcessGuard;

/**
 * Everything running: PostgreSQL, broker and issuer with this JVM, the EVM node and the five
 * services as child processes, as in production each its own.
 *
 * <p>All children end when this JVM ends, even if it is killed. A service that dies is reported and
 * not started again by itself.
 */
public final class Supervisor implements AutoCloseable {

  private static final String CLIENT = "nachbarstrom-cli";

  private final SupervisorOptions options;
  private final DataLock lock;
  private final ProcessGuard guard;
  private final Infrastructure infrastructure;
  private final Ports ports;
  private final String secret;
  private final Instant startedAt;
  private final Map<Stage, ServiceProcess> services = new EnumMap<>(Stage.class);
  private volatile boolean closing;

  private Supervisor(
      SupervisorOptions options, DataLock lock, ProcessGuard guard, Ports ports, Instant now) {
    this.options = options;
    this.lock = lock;
    this.guard = guard;
    this.ports = ports;
    this.startedAt = now;
    this.secret = randomSecret();
    this.infrastructure =
        Infrastructure.start(options, ports, logs(options), Map.of(CLIENT, secret));
    infrastructure.guardWith(guard);
  }

  /**
   * Starts everything and returns when all services are ready.
   *
   * @throws LaunchException if something does not start; nothing is left running then
   */
  public static Supervisor start(SupervisorOptions options) {
    DataLock lock = DataLock.take(options.data());
    ProcessGuard guard = ProcessGuard.start();
    try {
      Files.createDirectories(logs(options));
      Ports ports = Ports.choose(options.portBase());
      long begin = System.nanoTime();
      Supervisor supervisor = new Supervisor(options, lock, guard, ports, Instant.now());
      options.progress().accept("PostgreSQL, AMQP broker, EVM node, issuer" + since(begin));
      supervisor.startServices(begin);
      return supervisor;
    } catch (IOException e) {
      guard.close();
      lock.close();
      throw new LaunchException("The data folder " + options.data() + " cannot be used", e);
    } catch (RuntimeException e) {
      guard.close();
      lock.close();
      throw e;
    }
  }

  private void startServices(long begin) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> waits = new ArrayList<>();
      for (Stage stage : options.stages()) {
        ServiceProcess service = launch(stage);
        waits.add(
            threads.submit(() -> {
              service.awaitReady();
              options.progress().accept(stage.key() + since(begin));
              return service;
            }));
      }
      awaitAll(waits);
      state().write(options.data());
    } catch (RuntimeException e) {
      stopEverything();
      throw e;
    }
  }

  private static void awaitAll(List<Future<?>> waits) {
    for (Future<?> wait : waits) {
      try {
        wait.get();
      } catch (ExecutionException e) {
        waits.forEach(other -> other.cancel(true));
        if (e.getCause() instanceof LaunchException launch) {
          throw launch;
        }
        throw new LaunchException("A service did not start", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LaunchException("Interrupted while starting", e);
      }
    }
  }

  private ServiceProcess launch(Stage stage) {
    Map<String, String> environment = new LinkedHashMap<>(infrastructure.environment(stage));
    environment.putAll(options.environment());
    ServiceProcess service =
        ServiceProcess.start(
            stage, options, port(stage), logs(options).resolve(stage.key() + ".log"), environment);
    guard.add(service.process().pid());
    services.put(stage, service);
    // Nobody waits for this future; the report is its purpose.
    var _ = service.process().onExit().thenAccept(process -> ended(stage, service, process));
    return service;
  }

  private void ended(Stage stage, ServiceProcess service, Process process) {
    if (closing) {
      return;
    }
    guard.remove(process.pid());
    options
        .progress()
        .accept(
            "%s ended with exit code %d; its log is %s"
                .formatted(stage.key(), process.exitValue(), service.log()));
  }

  /** The address of a service, without a slash at the end. */
  public URI url(String service) {
    return service(Stage.of(service)).url();
  }

  /** A bearer token for a tenant with these roles. */
  public String token(String tenant, String... roles) {
    return infrastructure.issuer().token(tenant, roles);
  }

  /** A bearer token that may do everything for the default tenant. */
  public String token() {
    return token(EmbeddedIssuer.DEFAULT_TENANT, EmbeddedIssuer.DEFAULT_ROLE);
  }

  /** Kills a service as SIGKILL does and returns when it is gone. */
  public void kill(String service) {
    service(Stage.of(service)).kill();
  }

  /**
   * Starts a killed service again on the same port and data and returns when it is ready.
   *
   * @throws LaunchException if it does not start
   */
  public void restart(String service) {
    begin(service);
    awaitReady(service);
  }

  /** Starts a killed service again without waiting for it. */
  public void begin(String service) {
    Stage stage = Stage.of(service);
    if (service(stage).process().isAlive()) {
      throw new LaunchException("The " + service + " service is still running");
    }
    launch(stage);
    state().write(options.data());
  }

  /** Waits until a service is ready. */
  public void awaitReady(String service) {
    try {
      service(Stage.of(service)).awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while waiting for " + service, e);
    }
  }

  /** The broker, for tests that look into its queues. */
  public EmbeddedBroker broker() {
    return infrastructure.broker();
  }

  /** JSON-RPC address of the EVM node. */
  public String chainUrl() {
    return infrastructure.chain().url();
  }

  /** How to reach the database of a service, for tests that look behind its API. */
  public DatabaseAccess database(String service) {
    return infrastructure.access(Stage.of(service));
  }

  /** The facts that {@code state.json} holds. */
  public RunningState state() {
    Map<String, RunningState.Service> running = new LinkedHashMap<>();
    services.forEach((stage, service) ->
        running.put(
            stage.key(),
            new RunningState.Service(
                service.url().toString(), service.process().pid(), service.log().toString())));
    return new RunningState(
        ProcessHandle.current().pid(),
        startedAt.toString(),
        running,
        infrastructure.database().port(),
        infrastructure.database().pid(),
        infrastructure.broker().port(),
        infrastructure.chain().url(),
        infrastructure.chain().pid(),
        infrastructure.issuer().url(),
        CLIENT,
        secret);
  }

  /** Stops services first, then what they stand on. Repeating it does nothing. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    RunningState.remove(options.data());
    stopEverything();
    lock.close();
  }

  private void stopEverything() {
    closing = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      services.values().forEach(service -> threads.execute(service::stop));
    }
    services.values().forEach(service -> guard.remove(service.process().pid()));
    infrastructure.close();
    guard.close();
  }

  private ServiceProcess service(Stage stage) {
    ServiceProcess service = services.get(stage);
    if (service == null) {
      throw new IllegalStateException(stage + " was never started");
    }
    return service;
  }

  private int port(Stage stage) {
    Integer port = ports.services().get(stage);
    if (port == null) {
      throw new IllegalStateException("No port for " + stage);
    }
    return port;
  }

  private static Path logs(SupervisorOptions options) {
    return options.data().resolve("logs");
  }

  private static String since(long begin) {
    return " ready after %.1f s".formatted((System.nanoTime() - begin) / 1e9);
  }

  private static String randomSecret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
