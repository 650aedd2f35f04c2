package org.nachbarstrom.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;

/** The rendered parts of broker.xml, read by Artemis's own parser with its schema. */
class BrokerAddressesTest {

  @Test
  void brokerGetsExactlyTheAgreedAddressesAndTheDeadLetterQueue() throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    Files.readAllLines(Charts.projectRoot().resolve("schemas/broker/addresses.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> expected.put(cells[1] + " on " + cells[0], "MULTICAST"));
    assertThat(expected)
        .isNotEmpty()
        .containsKey("settlement.period-closed on metering.period-closed.v1")
        .containsKey("edifact.period-closed on metering.period-closed.v1");
    expected.put("DLQ on DLQ", "ANYCAST");

    Map<String, String> declared = new LinkedHashMap<>();
    for (CoreAddressConfiguration address : broker(Map.of()).getAddressConfigurations()) {
      assertThat(address.getQueueConfigs()).isNotEmpty();
      address
          .getQueueConfigs()
          .forEach(queue -> {
            assertThat(queue.isDurable()).isTrue();
            assertThat(address.getRoutingTypes()).containsExactly(queue.getRoutingType());
            declared.put(
                queue.getName() + " on " + queue.getAddress(), queue.getRoutingType().name());
          });
    }

    assertThat(declared).isEqualTo(expected);
  }

  @Test
  void nothingIsLostWithoutAReaderAndPoisonGoesToTheDeadLetterQueue() throws Exception {
    Map<String, AddressSettings> settings = broker(Map.of()).getAddressSettings();

    AddressSettings all = Objects.requireNonNull(settings.get("#"));
    assertThat(all.getDeadLetterAddress().toString()).isEqualTo("DLQ");
    assertThat(all.getMaxDeliveryAttempts()).isEqualTo(20);
    assertThat(all.getRedeliveryDelay()).isEqualTo(200);
    assertThat(all.getMaxRedeliveryDelay()).isEqualTo(5_000);
    assertThat(all.getAddressFullMessagePolicy()).isEqualTo(AddressFullMessagePolicy.PAGE);
    assertThat(all.isSendToDLAOnNoRoute()).isTrue();
    assertThat(all.isAutoDeleteQueues()).isFalse();
    assertThat(all.isAutoDeleteAddresses()).isFalse();
  }

  @Test
  void operatorChoosesTheNumberOfDeliveries() throws Exception {
    Map<String, AddressSettings> settings =
        broker(Map.of("brokerAddresses.maxDeliveryAttempts", 7)).getAddressSettings();

    assertThat(settings).extractingByKey("#").returns(7, AddressSettings::getMaxDeliveryAttempts);
  }

  @Test
  void declarationCanBeLeftToThePlatform() {
    List<JsonNode> manifests = Charts.renderExample(Map.of("brokerAddresses.create", false));

    assertThat(Charts.ofKind(manifests, "ConfigMap")).isEmpty();
    assertThat(Charts.ofKind(manifests, "Deployment")).hasSize(5);
  }

  private static Configuration broker(Map<String, ?> replaced) throws Exception {
    JsonNode data =
        Charts.one(Charts.renderExample(replaced), "ConfigMap", "road-broker-addresses")
            .path("data");
    String xml =
        "<configuration xmlns=\"urn:activemq\"><core xmlns=\"urn:activemq:core\">"
            + data.path("address-settings.xml").asText()
            + data.path("addresses.xml").asText()
            + "</core></configuration>";
    return new FileConfigurationParser()
        .parseMainConfig(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
