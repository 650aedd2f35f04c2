package org.nachbarstrom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIssuerTest {

  @TempDir Path folder;

  @Test
  void tokenOfTheEndpointIsVerifiedByThePublishedKeys() throws Exception {
    try (EmbeddedIssuer issuer =
        EmbeddedIssuer.start(folder, FreePorts.one(), Map.of("cli", "s3 cret+"))) {
      HttpResponse<String> answer =
          post(
              issuer,
              "grant_type=client_credentials&client_id=cli&client_secret=s3+cret%2B"
                  + "&tenant=werk-1&scope=viewer+operator");
      assertThat(answer.statusCode()).isEqualTo(200);
      JwtClaims claims =
          verify(issuer, String.valueOf(JsonUtil.parseJson(answer.body()).get("access_token")));
      assertThat(claims.getStringClaimValue("tenant")).isEqualTo("werk-1");
      assertThat(claims.getStringListClaimValue("groups")).isEqualTo(List.of("viewer", "operator"));
      assertThat(claims.getStringClaimValue("upn")).isEqualTo("cli");
    }
  }

  @Test
  void wrongSecretGetsNoToken() throws Exception {
    try (EmbeddedIssuer issuer =
        EmbeddedIssuer.start(folder, FreePorts.one(), Map.of("cli", "right"))) {
      String request = "grant_type=client_credentials&client_id=%s&client_secret=%s";
      assertThat(post(issuer, request.formatted("cli", "wrong")).statusCode()).isEqualTo(401);
      assertThat(post(issuer, request.formatted("nobody", "")).statusCode()).isEqualTo(401);
      assertThat(post(issuer, request.formatted("cli", "right")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void keyIsKeptInTheFolder() throws Exception {
    int port = FreePorts.one();
    String token;
    try (EmbeddedIssuer issuer = EmbeddedIssuer.start(folder, port, Map.of())) {
      token = issuer.token("stadtwerk", "viewer");
    }
    try (EmbeddedIssuer issuer = EmbeddedIssuer.start(folder, port, Map.of())) {
      assertThat(verify(issuer, token).getStringClaimValue("tenant")).isEqualTo("stadtwerk");
    }
  }

  private static JwtClaims verify(EmbeddedIssuer issuer, String token) throws Exception {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer.url() + "/jwks")))
        .setExpectedIssuer(issuer.url())
        .setExpectedAudience("nachbarstrom")
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }

  private static HttpResponse<String> post(EmbeddedIssuer issuer, String form) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(issuer.tokenEndpoint()))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
