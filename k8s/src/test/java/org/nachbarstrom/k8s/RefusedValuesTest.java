package org.nachbarstrom.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedValuesTest {

  @ParameterizedTest
  @CsvSource({
    "replica, 2, replica",
    "metering-service.replica, 2, replica",
    "global.brokers.host, mq, brokers",
    "global.broker.hots, mq, hots",
    "global.broker.port, 70000, port",
    "global.oidc.authServerUrl, login.example.org, authServerUrl",
    "global.chain.privateKey, 0x01, privateKey",
    "pricing-service.database.password, geheim, password",
    "pricing-service.env.AMQP_PASSWORD, geheim, AMQP_PASSWORD",
    "pricing-service.env.lower, x, lower",
    "brokerAddresses.maxDeliveryAttempts, 0, maxDeliveryAttempts"
  })
  void schemaRefusesUnknownKeysImpossibleValuesAndSecrets(String key, String value, String named) {
    Map<String, Object> replaced =
        Map.of(key, value.matches("\\d+") ? Integer.valueOf(value) : value);

    assertThatThrownBy(() -> Charts.renderExample(replaced))
        .hasMessageContaining("values don't meet the specifications of the schema")
        .hasMessageContaining(named);
  }

  @Test
  void everyObjectWithKeysInTheServiceSchemaIsClosed() throws IOException {
    JsonNode schema =
        Charts.yaml(Files.readString(Charts.chart("pricing-service/values.schema.json")));
    List<JsonNode> withKeys = objectsWithKeys(schema).toList();

    assertThat(withKeys)
        .hasSizeGreaterThan(10)
        .allSatisfy(object ->
            assertThat(object.path("additionalProperties").asBoolean(true))
                .as("%s", object)
                .isFalse());
  }

  @ParameterizedTest
  @MethodSource("org.nachbarstrom.k8s.Charts#installable")
  void chartWithoutValuesSaysWhatIsMissing(String chart) {
    assertThatThrownBy(() -> Charts.renderDefaults(chart))
        .hasMessageContaining("global.imageRegistry is missing: registry and folder of the images");
  }

  @ParameterizedTest
  @CsvSource({
    "global.imageRegistry, global.imageRegistry is missing",
    "global.database.host, global.database.host is missing: host name of PostgreSQL",
    "global.broker.host, global.broker.host is missing: host name of the AMQP 1.0 broker",
    "global.oidc.authServerUrl, global.oidc.authServerUrl is missing: URL of the OIDC issuer",
    "global.chain.url, global.chain.url is missing: JSON-RPC URL of the chain node"
  })
  void eachMissingAddressIsNamed(String key, String message) {
    assertThatThrownBy(() -> Charts.renderExample(Map.of(key, ""))).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"database", "broker", "oidc", "chain", "dns"})
  void missingNetworkPeersAreNamedBecauseAnEmptyListWouldMeanEverybody(String block) {
    assertThatThrownBy(() -> Charts.renderExample(Map.of("global." + block + ".peers", "null")))
        .hasMessageContaining("global." + block + ".peers is missing: NetworkPolicy peers");
  }

  @Test
  void secondClearingProcessIsRefused() {
    assertThatThrownBy(() -> Charts.renderExample(Map.of("clearing-service.replicas", 2)))
        .hasMessageContaining("clearing-service: replicas must be 0 or 1");
  }

  @Test
  void noChartHoldsASecret() throws IOException {
    try (var files = Files.walk(Charts.projectRoot().resolve("k8s/charts"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .doesNotContain("kind: Secret")
            .doesNotContainPattern("(?i)password: *\\S")
            .doesNotContainPattern("0x[0-9a-fA-F]{64}");
      }
    }
  }

  private static Stream<JsonNode> objectsWithKeys(JsonNode schema) {
    Stream<JsonNode> inside = schema.valueStream().flatMap(RefusedValuesTest::objectsWithKeys);
    return schema.path("properties").isObject() ? Stream.concat(Stream.of(schema), inside) : inside;
  }
}
