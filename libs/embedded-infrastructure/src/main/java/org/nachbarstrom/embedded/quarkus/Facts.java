package org.nachbarstrom.embedded.quarkus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * How to reach the running test infrastructure.
 *
 * <p>The facts travel as system properties, because the class that started the infrastructure and
 * the class that asks may have been loaded by different class loaders.
 */
public final class Facts {

  static final String JDBC_URL = "quarkus.datasource.jdbc.url";
  static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
  static final String USERNAME = "quarkus.datasource.username";
  static final String PASSWORD = "quarkus.datasource.password";
  static final String AMQP_HOST = "amqp-host";
  static final String AMQP_PORT = "amqp-port";
  static final String ISSUER_URL = "quarkus.oidc.auth-server-url";
  static final String CHAIN_URL = "nachbarstrom.chain.url";
  static final String CHAIN_PRIVATE_KEY = "nachbarstrom.chain.private-key";

  private static final String PREFIX = "nachbarstrom.embedded.facts.";

  private final Map<String, String> values;

  private Facts(Map<String, String> values) {
    this.values = values;
  }

  static void publish(Map<String, String> facts) {
    withdraw();
    facts.forEach((name, value) -> System.setProperty(PREFIX + name, value));
  }

  static void withdraw() {
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(System::clearProperty);
  }

  static Facts fromSystemProperties() {
    Map<String, String> values = new LinkedHashMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> values.put(name.substring(PREFIX.length()), System.getProperty(name, "")));
    if (values.isEmpty()) {
      throw new IllegalStateException("No embedded infrastructure is running in this JVM");
    }
    return new Facts(values);
  }

  /** JDBC URL of the service's database, without user and password. */
  public String jdbcUrl() {
    return value(JDBC_URL);
  }

  /** Vert.x URL of the service's database. */
  public String reactiveUrl() {
    return value(REACTIVE_URL);
  }

  /** Owner of the service's database. */
  public String username() {
    return value(USERNAME);
  }

  /** Password of the owner. */
  public String password() {
    return value(PASSWORD);
  }

  /** Host of the broker. */
  public String amqpHost() {
    return value(AMQP_HOST);
  }

  /** Port of the broker. */
  public int amqpPort() {
    return Integer.parseInt(value(AMQP_PORT));
  }

  /** Address of the OIDC issuer. */
  public String issuerUrl() {
    return value(ISSUER_URL);
  }

  /** JSON-RPC address of the EVM node; only with {@code chain=true}. */
  public String chainUrl() {
    return value(CHAIN_URL);
  }

  /** Private key of the node's funded account; only with {@code chain=true}. */
  public String chainPrivateKey() {
    return value(CHAIN_PRIVATE_KEY);
  }

  /**
   * A bearer token.
   *
   * @param tenant the utility in whose name the bearer acts
   * @param roles {@code viewer}, {@code operator}
   */
  public String token(String tenant, String... roles) {
    String form =
        "grant_type=client_credentials&client_id=dev&tenant="
            + encode(tenant)
            + "&scope="
            + encode(String.join(" ", roles));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuerUrl() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return String.valueOf(JsonUtil.parseJson(answer).get("access_token"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a token", e);
    } catch (JoseException e) {
      throw new IllegalStateException("The issuer did not answer with JSON", e);
    }
  }

  private String value(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalStateException(name + " is not part of this test's setup"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
