package org.nachbarstrom.suite.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nachbarstrom.suite.launch.RunningState;

/** Asks the issuer for bearer tokens and keeps one as long as it is good. */
public final class TokenClient implements Supplier<String> {

  private static final long RENEW_AFTER_NANOS = 30L * 60 * 1_000_000_000;

  private final RunningState state;
  private final String tenant;
  private final String roles;
  private String token = "";
  private long fetchedNanos;

  /**
   * Tokens for one tenant.
   *
   * @param state says where the issuer is and with which secret to ask
   * @param tenant the utility in whose name to act
   * @param roles separated by blanks
   */
  public TokenClient(RunningState state, String tenant, String roles) {
    this.state = state;
    this.tenant = tenant;
    this.roles = roles;
  }

  @Override
  public synchronized String get() {
    if (token.isEmpty() || System.nanoTime() - fetchedNanos > RENEW_AFTER_NANOS) {
      token = fetch();
      fetchedNanos = System.nanoTime();
    }
    return token;
  }

  private String fetch() {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            state.clientId(),
            "client_secret",
            state.clientSecret(),
            "tenant",
            tenant,
            "scope",
            roles);
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + RestApi.encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(state.issuerUrl() + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode answer = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new RefusedByService("POST /token", response.statusCode(), answer);
      }
      return answer.path("access_token").asText();
    } catch (IOException e) {
      throw new ServiceUnreachable("The issuer does not answer; see: ./nachbarstrom status", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
