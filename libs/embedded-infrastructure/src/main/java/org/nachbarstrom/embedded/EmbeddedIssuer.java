package org.nachbarstrom.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * A small OIDC issuer for one machine and for tests: discovery, key set, and a token endpoint that
 * knows the grant {@code client_credentials}.
 *
 * <p>A token request may carry {@code tenant} (default {@value #DEFAULT_TENANT}) and {@code scope}
 * (roles separated by blanks, default {@value #DEFAULT_ROLE}). Tokens are RS256, valid for an hour,
 * with the claims {@code tenant}, {@code groups} and {@code upn}. In production a real identity
 * provider stands in its place.
 */
public final class EmbeddedIssuer implements AutoCloseable {

  /** Tenant of a token that was asked for without one. */
  public static final String DEFAULT_TENANT = "stadtwerk";

  /** Role of a token that was asked for without any. */
  public static final String DEFAULT_ROLE = "operator";

  private static final int TOKEN_MINUTES = 60;

  private final HttpServer server;
  private final ExecutorService threads;
  private final RsaJsonWebKey key;
  private final Map<String, String> clients;

  private EmbeddedIssuer(HttpServer server, RsaJsonWebKey key, Map<String, String> clients) {
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.key = key;
    this.clients = clients;
  }

  /**
   * Starts an issuer with a new key on a free port. It knows one client, {@code dev}, without a
   * password.
   */
  public static EmbeddedIssuer startTemporary() {
    try {
      return start(FreePorts.one(), newKey(), Map.of("dev", ""));
    } catch (IOException | JoseException e) {
      throw new IllegalStateException("The issuer did not start", e);
    }
  }

  /**
   * Starts an issuer that keeps its key in a folder.
   *
   * @param data folder of the key
   * @param port TCP port to listen on
   * @param clients client ids and their secrets; an empty secret means none is needed
   */
  public static EmbeddedIssuer start(Path data, int port, Map<String, String> clients) {
    try {
      Files.createDirectories(data);
      Path file = data.resolve("signing-key.json");
      if (!Files.exists(file)) {
        SecretFile.write(file, newKey().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
      }
      RsaJsonWebKey key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file));
      return start(port, key, clients);
    } catch (IOException | JoseException e) {
      throw new IllegalStateException("The issuer did not start on " + data, e);
    }
  }

  private static EmbeddedIssuer start(int port, RsaJsonWebKey key, Map<String, String> clients)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    EmbeddedIssuer issuer = new EmbeddedIssuer(server, key, Map.copyOf(clients));
    server.setExecutor(issuer.threads);
    server.createContext("/", answering(issuer::answer));
    server.start();
    return issuer;
  }

  /** The issuer's address, to be used as {@code quarkus.oidc.auth-server-url}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where clients ask for tokens. */
  public String tokenEndpoint() {
    return url() + "/token";
  }

  /**
   * A token without asking over HTTP.
   *
   * @param tenant the utility in whose name the bearer acts
   * @param roles {@code viewer}, {@code operator}
   */
  public String token(String tenant, String... roles) {
    return sign("dev", tenant, List.of(roles));
  }

  /** Stops the issuer. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    return switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> new Answer(200, discovery());
      case "/jwks" -> new Answer(200, new JsonWebKeySet(key).toJson());
      case "/token" -> tokenAnswer(exchange);
      default -> Answer.error(404, "not_found");
    };
  }

  private String discovery() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("issuer", url());
    facts.put("jwks_uri", url() + "/jwks");
    facts.put("token_endpoint", tokenEndpoint());
    facts.put("response_types_supported", List.of("token"));
    facts.put("grant_types_supported", List.of("client_credentials"));
    facts.put("subject_types_supported", List.of("public"));
    facts.put("id_token_signing_alg_values_supported", List.of("RS256"));
    facts.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post", "none"));
    return JsonUtil.toJson(facts);
  }

  private Answer tokenAnswer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.error(405, "invalid_request");
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = new LinkedHashMap<>();
    readBasic(exchange.getRequestHeaders().getFirst("Authorization"), form);
    readForm(body, form);
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return Answer.error(400, "unsupported_grant_type");
    }
    String client = form.getOrDefault("client_id", "");
    String secret = clients.get(client);
    if (secret == null || !same(secret, form.getOrDefault("client_secret", ""))) {
      return Answer.error(401, "invalid_client");
    }
    String roles = form.getOrDefault("scope", DEFAULT_ROLE);
    String token =
        sign(
            client,
            form.getOrDefault("tenant", DEFAULT_TENANT),
            Arrays.asList(roles.strip().split("\\s+", -1)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", TOKEN_MINUTES * 60);
    answer.put("scope", roles);
    return new Answer(200, JsonUtil.toJson(answer));
  }

  private String sign(String client, String tenant, List<String> roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(url());
    claims.setSubject(client);
    claims.setAudience("nachbarstrom");
    claims.setGeneratedJwtId();
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(TOKEN_MINUTES);
    claims.setStringClaim("upn", client);
    claims.setStringClaim("azp", client);
    claims.setStringClaim("tenant", tenant);
    claims.setStringListClaim("groups", roles);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setHeader("typ", "JWT");
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The issuer's key does not sign", e);
    }
  }

  private static RsaJsonWebKey newKey() throws JoseException {
    RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    key.setUse("sig");
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    return key;
  }

  private static void readBasic(String header, Map<String, String> form) {
    Optional.ofNullable(header)
        .filter(value -> value.startsWith("Basic "))
        .map(value -> Base64.getDecoder().decode(value.substring("Basic ".length()).strip()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split(":", 2))
        .filter(parts -> parts.length == 2)
        .ifPresent(parts -> {
          form.put("client_id", decode(parts[0]));
          form.put("client_secret", decode(parts[1]));
        });
  }

  private static void readForm(String body, Map<String, String> form) {
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(decode(parts[0]), decode(parts[1]));
      }
    }
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpHandler answering(Answering answering) {
    return exchange -> {
      try (exchange) {
        Answer answer = answering.answer(exchange);
        byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      } catch (IllegalArgumentException e) {
        throw new UncheckedIOException(new IOException("Malformed request", e));
      }
    };
  }

  private interface Answering {
    Answer answer(HttpExchange exchange) throws IOException;
  }

  private record Answer(int status, String json) {
    static Answer error(int status, String error) {
      return new Answer(status, JsonUtil.toJson(Map.of("error", error)));
    }
  }
}
