package org.nachbarstrom.suite.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.embedded.EmbeddedBroker;
import org.nachbarstrom.embedded.EmbeddedChain;
import org.nachbarstrom.embedded.EmbeddedDatabase;
import org.nachbarstrom.embedded.EmbeddedIssuer;
import org.nachbarstrom.embedded.ProcessGuard;

/** What the services stand on, running. */
final class Infrastructure implements AutoCloseable {

  private final EmbeddedDatabase database;
  private final Map<Stage, DatabaseAccess> databases = new EnumMap<>(Stage.class);
  private final EmbeddedBroker broker;
  private final EmbeddedChain chain;
  private final EmbeddedIssuer issuer;

  private Infrastructure(
      EmbeddedDatabase database,
      EmbeddedBroker broker,
      EmbeddedChain chain,
      EmbeddedIssuer issuer) {
    this.database = database;
    this.broker = broker;
    this.chain = chain;
    this.issuer = issuer;
    for (Stage stage : Stage.values()) {
      databases.put(stage, database.createDatabase(stage.key(), stage.key()));
    }
  }

  /** Starts database, broker, chain and issuer at the same time. */
  static Infrastructure start(
      SupervisorOptions options, Ports ports, Path logs, Map<String, String> clients) {
    Path data = options.data();
    boolean durable = options.durable();
    CompletableFuture<EmbeddedDatabase> database =
        later(() ->
            durable
                ? EmbeddedDatabase.start(data.resolve("postgres"), ports.database())
                : EmbeddedDatabase.startTemporary());
    CompletableFuture<EmbeddedBroker> broker =
        later(() ->
            durable
                ? EmbeddedBroker.start(data.resolve("broker"), ports.broker())
                : EmbeddedBroker.startTemporary());
    CompletableFuture<EmbeddedChain> chain =
        later(() ->
            durable
                ? EmbeddedChain.start(
                    data.resolve("chain"), ports.chain(), logs.resolve("chain.log"))
                : EmbeddedChain.startTemporary());
    try {
      EmbeddedIssuer issuer = EmbeddedIssuer.start(data.resolve("issuer"), ports.issuer(), clients);
      return new Infrastructure(database.join(), broker.join(), chain.join(), issuer);
    } catch (RuntimeException e) {
      // What did start is stopped; what did not has nothing to close.
      CompletableFuture.allOf(
              database.thenAccept(EmbeddedDatabase::close),
              broker.thenAccept(EmbeddedBroker::close),
              chain.thenAccept(EmbeddedChain::close))
          .exceptionally(notStarted -> null)
          .join();
      throw new LaunchException("The infrastructure did not start: " + reason(e), e);
    }
  }

  private static <T> CompletableFuture<T> later(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start);
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() + (cause.getCause() == null ? "" : " (" + cause.getCause() + ")");
  }

  void guardWith(ProcessGuard guard) {
    guard.add(database.pid());
    guard.add(chain.pid());
  }

  /** The environment that leads a service to its infrastructure. */
  Map<String, String> environment(Stage stage) {
    DatabaseAccess access = access(stage);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", access.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", access.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", access.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", access.password());
    environment.put("AMQP_HOST", "127.0.0.1");
    environment.put("AMQP_PORT", Integer.toString(broker.port()));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
    if (stage == Stage.CLEARING) {
      environment.put("NACHBARSTROM_CHAIN_URL", chain.url());
      environment.put("NACHBARSTROM_CHAIN_PRIVATE_KEY", chain.privateKey());
    }
    return environment;
  }

  DatabaseAccess access(Stage stage) {
    DatabaseAccess access = databases.get(stage);
    if (access == null) {
      throw new IllegalStateException("No database for " + stage);
    }
    return access;
  }

  EmbeddedDatabase database() {
    return database;
  }

  EmbeddedBroker broker() {
    return broker;
  }

  EmbeddedChain chain() {
    return chain;
  }

  EmbeddedIssuer issuer() {
    return issuer;
  }

  @Override
  public void close() {
    issuer.close();
    chain.close();
    broker.close();
    database.close();
  }
}
