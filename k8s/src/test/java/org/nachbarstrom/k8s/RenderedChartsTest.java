package org.nachbarstrom.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RenderedChartsTest {

  private static List<JsonNode> manifests = List.of();

  @BeforeAll
  static void renderTheExample() {
    manifests = Charts.renderExample(Map.of());
  }

  @Test
  void umbrellaHasOneOfEachKindPerServiceAndTheBrokerAddresses() {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    manifests.forEach(m -> kinds.merge(m.path("kind").asText(), 1, Integer::sum));

    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Deployment", 5,
                "Service", 5,
                "ServiceAccount", 5,
                "PodDisruptionBudget", 5,
                "NetworkPolicy", 5,
                "ConfigMap", 1));
  }

  @ParameterizedTest
  @FieldSource("org.nachbarstrom.k8s.Charts#SERVICES")
  void podIsRestricted(String service) {
    JsonNode pod = pod(service);

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
    assertThat(pod.path("securityContext"))
        .isEqualTo(
            Charts.yaml(
                "{runAsNonRoot: true, runAsUser: 185, runAsGroup: 185,"
                    + " seccompProfile: {type: RuntimeDefault}}"));
    assertThat(container(service).path("securityContext"))
        .isEqualTo(
            Charts.yaml(
                "{allowPrivilegeEscalation: false, readOnlyRootFilesystem: true,"
                    + " capabilities: {drop: [ALL]}}"));
    assertThat(pod.path("volumes"))
        .isEqualTo(Charts.yaml("[{name: tmp, emptyDir: {sizeLimit: 256Mi}}]"));
    assertThat(container(service).path("volumeMounts"))
        .isEqualTo(Charts.yaml("[{name: tmp, mountPath: /tmp}]"));
  }

  @ParameterizedTest
  @FieldSource("org.nachbarstrom.k8s.Charts#SERVICES")
  void serviceAccountCarriesNoToken(String service) {
    JsonNode account = Charts.one(manifests, "ServiceAccount", "road-" + service);

    assertThat(account.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod(service).path("serviceAccountName").asText()).isEqualTo("road-" + service);
  }

  @ParameterizedTest
  @FieldSource("org.nachbarstrom.k8s.Charts#SERVICES")
  void probesAskTheHealthPagesOnPort8080(String service) {
    JsonNode container = container(service);

    assertThat(container.path("ports"))
        .isEqualTo(Charts.yaml("[{name: http, protocol: TCP, containerPort: 8080}]"));
    assertThat(container.at("/startupProbe/httpGet"))
        .isEqualTo(Charts.yaml("{path: /q/health/started, port: http}"));
    assertThat(container.at("/readinessProbe/httpGet"))
        .isEqualTo(Charts.yaml("{path: /q/health/ready, port: http}"));
    assertThat(container.at("/livenessProbe/httpGet"))
        .isEqualTo(Charts.yaml("{path: /q/health/live, port: http}"));
    assertThat(container.at("/resources/requests/memory").asText()).isEqualTo("512Mi");
    assertThat(Charts.one(manifests, "Service", "road-" + service).at("/spec/ports"))
        .isEqualTo(Charts.yaml("[{name: http, protocol: TCP, port: 8080, targetPort: http}]"));
  }

  @ParameterizedTest
  @FieldSource("org.nachbarstrom.k8s.Charts#SERVICES")
  void selectorsOfServiceBudgetAndPolicyMeetThePodsOfThisServiceOnly(String service) {
    String name = "road-" + service;
    JsonNode selector =
        Charts.yaml("{app.kubernetes.io/name: " + service + ", app.kubernetes.io/instance: road}");

    JsonNode labels =
        Charts.one(manifests, "Deployment", name).at("/spec/template/metadata/labels");
    selector.properties().forEach(e -> assertThat(labels.path(e.getKey())).isEqualTo(e.getValue()));
    assertThat(Charts.one(manifests, "Deployment", name).at("/spec/selector/matchLabels"))
        .isEqualTo(selector);
    assertThat(Charts.one(manifests, "Service", name).at("/spec/selector")).isEqualTo(selector);
    assertThat(Charts.one(manifests, "NetworkPolicy", name).at("/spec/podSelector/matchLabels"))
        .isEqualTo(selector);
    JsonNode budget = Charts.one(manifests, "PodDisruptionBudget", name).path("spec");
    assertThat(budget.at("/selector/matchLabels")).isEqualTo(selector);
    assertThat(budget.path("maxUnavailable").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "edifact-service,edifact",
    "metering-service,metering",
    "pricing-service,pricing",
    "settlement-service,settlement",
    "clearing-service,clearing"
  })
  void environmentNamesThePeersAndTakesCredentialsFromSecrets(String service, String stage) {
    Map<String, String> expected = new LinkedHashMap<>();
    String database = "postgresql://postgresql-rw.data.svc:5432/" + stage;
    expected.put("AMQP_HOST", "artemis.data.svc");
    expected.put("AMQP_PORT", "5672");
    expected.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database);
    expected.put("QUARKUS_DATASOURCE_REACTIVE_URL", database);
    expected.put("QUARKUS_HTTP_PORT", "8080");
    expected.put("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.example.org/realms/energy");
    expected.put("QUARKUS_DATASOURCE_USERNAME", "secret " + stage + "-database username");
    expected.put("QUARKUS_DATASOURCE_PASSWORD", "secret " + stage + "-database password");
    expected.put("AMQP_USERNAME", "secret " + stage + "-broker username");
    expected.put("AMQP_PASSWORD", "secret " + stage + "-broker password");
    if (stage.equals("clearing")) {
      expected.put("NACHBARSTROM_CHAIN_URL", "http://besu.chain.svc:8545");
      expected.put("NACHBARSTROM_CHAIN_PRIVATE_KEY", "secret clearing-chain private-key");
    }

    assertThat(environment(container(service))).isEqualTo(expected);
  }

  @Test
  void imageIsRegistryNameAndVersion() {
    assertThat(container("pricing-service").path("image").asText())
        .isEqualTo("registry.example.org/nachbarstrom/pricing-service:0.1.0-SNAPSHOT");
  }

  @Test
  void networkPolicyNamesDnsDatabaseBrokerAndIssuerAndNobodyElse() {
    JsonNode spec = Charts.one(manifests, "NetworkPolicy", "road-metering-service").path("spec");
    String data = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}}";

    assertThat(spec.path("policyTypes")).isEqualTo(Charts.yaml("[Ingress, Egress]"));
    assertThat(spec.at("/egress/0/ports"))
        .isEqualTo(Charts.yaml("[{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]"));
    assertThat(spec.path("egress")).hasSize(4);
    assertThat(spec.at("/egress/1")).isEqualTo(rule("to", data, "5432"));
    assertThat(spec.at("/egress/2")).isEqualTo(rule("to", data, "5672"));
    assertThat(spec.at("/egress/3"))
        .isEqualTo(rule("to", "{ipBlock: {cidr: 192.0.2.10/32}}", "443"));
    assertThat(spec.path("ingress")).hasSize(1);
    assertThat(spec.at("/ingress/0/from")).hasSize(2);
    assertThat(spec.at("/ingress/0/ports")).isEqualTo(Charts.yaml("[{protocol: TCP, port: http}]"));
  }

  @Test
  void onlyClearingReachesTheChain() {
    String chain = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: chain}}}";

    List<String> reaching = new ArrayList<>();
    for (JsonNode policy : Charts.ofKind(manifests, "NetworkPolicy")) {
      for (JsonNode rule : policy.at("/spec/egress")) {
        if (rule.equals(rule("to", chain, "8545"))) {
          reaching.add(policy.at("/metadata/name").asText());
        }
      }
    }

    assertThat(reaching).containsExactly("road-clearing-service");
  }

  @Test
  void withoutClientsNobodyMayCall() {
    List<JsonNode> alone = Charts.renderService("edifact-service", Map.of());

    JsonNode spec = Charts.one(alone, "NetworkPolicy", "road-edifact-service").path("spec");
    assertThat(spec.path("policyTypes")).isEqualTo(Charts.yaml("[Ingress, Egress]"));
    assertThat(spec.path("ingress")).isEqualTo(Charts.yaml("[]"));
  }

  @Test
  void valuesOfOneServiceStayWithIt() {
    JsonNode metering = Charts.one(manifests, "Deployment", "road-metering-service");
    JsonNode pricing = Charts.one(manifests, "Deployment", "road-pricing-service");

    assertThat(metering.at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(container("metering-service").at("/resources/limits/memory").asText())
        .isEqualTo("1Gi");
    assertThat(pricing.at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(container("pricing-service").at("/resources/limits/memory").asText())
        .isEqualTo("768Mi");
  }

  @Test
  void oldClearingStopsBeforeTheNewOneSends() {
    assertThat(strategy("clearing-service")).isEqualTo("Recreate");
    assertThat(strategy("settlement-service")).isEqualTo("RollingUpdate");
  }

  @Test
  void filesOfPartnersLieOnAVolumeOnlyWhereOneIsNamed() {
    JsonNode without = Charts.one(manifests, "Deployment", "road-edifact-service");
    assertThat(without.findValuesAsText("mountPath")).containsExactly("/tmp");

    List<JsonNode> named =
        Charts.renderExample(Map.of("edifact-service.files.existingClaim", "partner-files"));
    JsonNode with = Charts.one(named, "Deployment", "road-edifact-service");
    assertThat(with.findValuesAsText("claimName")).containsExactly("partner-files");
    assertThat(with.findValuesAsText("mountPath"))
        .containsExactly("/tmp", "/var/lib/nachbarstrom/files");
    assertThat(with.findValuesAsText("fsGroup")).containsExactly("185");
    assertThat(with.findValuesAsText("value")).contains("/var/lib/nachbarstrom/files");
  }

  @Test
  void filesAreRefusedWhereNobodyReadsThem() {
    assertThatThrownBy(() ->
            Charts.renderExample(Map.of("pricing-service.files.existingClaim", "partner-files")))
        .hasMessageContaining("files.existingClaim is read by the edifact service only");
  }

  @Test
  void operatorsVariableReplacesOurs() {
    List<JsonNode> alone =
        Charts.renderService(
            "metering-service", Map.of("env.QUARKUS_LOG_LEVEL", "DEBUG", "env.AMQP_HOST", "other"));

    JsonNode container =
        Charts.one(alone, "Deployment", "road-metering-service")
            .at("/spec/template/spec/containers/0");
    assertThat(environment(container))
        .containsEntry("QUARKUS_LOG_LEVEL", "DEBUG")
        .containsEntry("AMQP_HOST", "other");
  }

  @Test
  void secretsAndDatabaseCanHaveOtherNames() {
    List<JsonNode> alone =
        Charts.renderService(
            "clearing-service",
            Map.of(
                "database.name", "ledger",
                "database.existingSecret", "ledger-app",
                "broker.existingSecret", "mq-user",
                "global.chain.existingSecret", "signer"));

    JsonNode container =
        Charts.one(alone, "Deployment", "road-clearing-service")
            .at("/spec/template/spec/containers/0");
    assertThat(environment(container))
        .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://db:5432/ledger")
        .containsEntry("QUARKUS_DATASOURCE_PASSWORD", "secret ledger-app password")
        .containsEntry("AMQP_PASSWORD", "secret mq-user password")
        .containsEntry("NACHBARSTROM_CHAIN_PRIVATE_KEY", "secret signer private-key");
  }

  private static String strategy(String service) {
    return Charts.one(manifests, "Deployment", "road-" + service)
        .at("/spec/strategy/type")
        .asText();
  }

  private static JsonNode rule(String direction, String peer, String port) {
    return Charts.yaml(
        "{%s: [%s], ports: [{protocol: TCP, port: %s}]}".formatted(direction, peer, port));
  }

  private static JsonNode pod(String service) {
    return Charts.one(manifests, "Deployment", "road-" + service).at("/spec/template/spec");
  }

  private static JsonNode container(String service) {
    JsonNode containers = pod(service).path("containers");
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }

  private static Map<String, String> environment(JsonNode container) {
    Map<String, String> result = new LinkedHashMap<>();
    for (JsonNode variable : container.path("env")) {
      JsonNode secret = variable.at("/valueFrom/secretKeyRef");
      String value =
          secret.isMissingNode()
              ? variable.path("value").asText()
              : "secret " + secret.path("name").asText() + " " + secret.path("key").asText();
      assertThat(result.put(variable.path("name").asText(), value)).isNull();
    }
    return result;
  }
}
