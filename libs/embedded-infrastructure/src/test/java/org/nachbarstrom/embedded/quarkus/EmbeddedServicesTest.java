package org.nachbarstrom.embedded.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddedServicesTest {

  @Test
  void givesAServiceAllItNeedsAndTestsTheSameFacts() throws Exception {
    EmbeddedServices services = new EmbeddedServices();
    services.init(Map.of("database", "clearing", "chain", "true"));
    Map<String, String> config = services.start();
    try {
      Facts facts = EmbeddedServices.current();
      assertThat(config)
          .containsEntry("quarkus.datasource.reactive.url", facts.reactiveUrl())
          .containsEntry("amqp-port", Integer.toString(facts.amqpPort()))
          .containsEntry("nachbarstrom.chain.private-key", facts.chainPrivateKey())
          .containsKeys("quarkus.oidc.auth-server-url", "nachbarstrom.chain.url");
      assertThat(facts.token("stadtwerk", "operator").split("\\.")).hasSize(3);
      try (Connection connection =
          DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password())) {
        assertThat(connection.getMetaData().getUserName()).isEqualTo("clearing");
      }
    } finally {
      services.stop();
    }
    assertThatThrownBy(EmbeddedServices::current).isInstanceOf(IllegalStateException.class);
  }
}
