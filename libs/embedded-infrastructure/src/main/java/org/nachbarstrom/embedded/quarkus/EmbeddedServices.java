package org.nachbarstrom.embedded.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.nachbarstrom.embedded.DatabaseAccess;
import org.nachbarstrom.embedded.EmbeddedBroker;
import org.nachbarstrom.embedded.EmbeddedChain;
import org.nachbarstrom.embedded.EmbeddedDatabase;
import org.nachbarstrom.embedded.EmbeddedIssuer;
import org.nachbarstrom.embedded.ProcessGuard;

/**
 * Starts PostgreSQL, broker and issuer for a {@code @QuarkusTest}, and an EVM node if asked to.
 *
 * <pre>{@code
 * @QuarkusTestResource(
 *     value = EmbeddedServices.class,
 *     initArgs = {
 *       @ResourceArg(name = "database", value = "metering"),
 *       @ResourceArg(name = "chain", value = "false")
 *     })
 * }</pre>
 */
public final class EmbeddedServices implements QuarkusTestResourceLifecycleManager {

  private String databaseName = "service";
  private boolean withChain;
  private Optional<Running> running = Optional.empty();

  /**
   * The facts of the running infrastructure, for tests.
   *
   * @throws IllegalStateException if none runs
   */
  public static Facts current() {
    return Facts.fromSystemProperties();
  }

  @Override
  public void init(Map<String, String> arguments) {
    databaseName = arguments.getOrDefault("database", databaseName);
    withChain = Boolean.parseBoolean(arguments.getOrDefault("chain", "false"));
  }

  @Override
  public Map<String, String> start() {
    Running started = Running.start(withChain);
    running = Optional.of(started);
    DatabaseAccess database = started.database().createDatabase(databaseName, databaseName);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Facts.JDBC_URL, database.jdbcUrl());
    facts.put(Facts.REACTIVE_URL, database.reactiveUrl());
    facts.put(Facts.USERNAME, database.username());
    facts.put(Facts.PASSWORD, database.password());
    facts.put(Facts.AMQP_HOST, "127.0.0.1");
    facts.put(Facts.AMQP_PORT, Integer.toString(started.broker().port()));
    facts.put(Facts.ISSUER_URL, started.issuer().url());
    started
        .chain()
        .ifPresent(chain -> {
          facts.put(Facts.CHAIN_URL, chain.url());
          facts.put(Facts.CHAIN_PRIVATE_KEY, chain.privateKey());
        });
    Facts.publish(facts);
    return new HashMap<>(facts);
  }

  @Override
  public void stop() {
    Facts.withdraw();
    running.ifPresent(Running::stop);
    running = Optional.empty();
  }

  private record Running(
      ProcessGuard guard,
      EmbeddedDatabase database,
      EmbeddedBroker broker,
      EmbeddedIssuer issuer,
      Optional<EmbeddedChain> chain) {

    static Running start(boolean withChain) {
      ProcessGuard guard = ProcessGuard.start();
      CompletableFuture<EmbeddedBroker> broker =
          CompletableFuture.supplyAsync(
              // A new thread inherits the test's class loader, in which the broker finds its parts.
              EmbeddedBroker::startTemporary, task -> new Thread(task, "broker-start").start());
      EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
      guard.add(database.pid());
      Optional<EmbeddedChain> chain =
          withChain ? Optional.of(EmbeddedChain.startTemporary()) : Optional.empty();
      chain.ifPresent(node -> guard.add(node.pid()));
      return new Running(guard, database, broker.join(), EmbeddedIssuer.startTemporary(), chain);
    }

    void stop() {
      guard.close();
      chain.ifPresent(EmbeddedChain::close);
      issuer.close();
      broker.close();
      database.close();
    }
  }
}
