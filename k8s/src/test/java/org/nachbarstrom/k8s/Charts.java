package org.nachbarstrom.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The charts of this repository, packaged and rendered by the Helm library.
 *
 * <p>Tests look at the packages, because those are what is installed: links and dependencies are
 * resolved in them.
 */
final class Charts {

  static final String UMBRELLA = "nachbarstrom";
  static final String OLDEST_KUBERNETES = "1.25.0";
  static final String RELEASE = "road";
  static final List<String> SERVICES =
      List.of(
          "edifact-service",
          "metering-service",
          "pricing-service",
          "settlement-service",
          "clearing-service");

  private static final YAMLMapper YAML = new YAMLMapper();

  private static final Path PACKAGES = packages();

  private Charts() {}

  private static Path packages() {
    Path folder = projectRoot().resolve("k8s/target/charts");
    installable().forEach(name -> new Helm(chart(name)).packageIt().withDestination(folder).call());
    return folder;
  }

  /** The archive of an installable chart. */
  static Path packaged(String chart) {
    return PACKAGES.resolve(chart + "-0.1.0.tgz");
  }

  static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("No folder with mvnw above the working directory");
      }
    }
    return folder;
  }

  static Path chart(String name) {
    return projectRoot().resolve("k8s/charts").resolve(name);
  }

  static Path exampleValues() {
    return projectRoot().resolve("k8s/examples/values.yaml");
  }

  static Stream<String> installable() {
    return Stream.concat(Stream.of(UMBRELLA), SERVICES.stream());
  }

  /** Rendered text of a chart with its own defaults and nothing else. */
  static String renderDefaults(String chart) {
    return command(chart).call();
  }

  /** Manifests of the umbrella chart with the example values and some of them replaced. */
  static List<JsonNode> renderExample(Map<String, ?> replaced) {
    TemplateCommand command = command(UMBRELLA).withValuesFile(exampleValues());
    replaced.forEach(command::set);
    return parse(command.call());
  }

  /** Manifests of one service chart with the smallest set of values. */
  static List<JsonNode> renderService(String chart, Map<String, ?> more) {
    TemplateCommand command = command(chart);
    smallest().forEach(command::set);
    more.forEach(command::set);
    return parse(command.call());
  }

  private static Map<String, String> smallest() {
    String peer = ".peers[0].ipBlock.cidr";
    return Map.of(
        "global.imageRegistry",
        "registry.example.org/energy",
        "global.database.host",
        "db",
        "global.database" + peer,
        "192.0.2.1/32",
        "global.broker.host",
        "mq",
        "global.broker" + peer,
        "192.0.2.2/32",
        "global.oidc.authServerUrl",
        "https://login.example.org",
        "global.oidc" + peer,
        "192.0.2.3/32",
        "global.chain.url",
        "http://node:8545",
        "global.chain" + peer,
        "192.0.2.4/32");
  }

  static JsonNode one(List<JsonNode> manifests, String kind, String name) {
    List<JsonNode> found =
        ofKind(manifests, kind).stream()
            .filter(m -> m.at("/metadata/name").asText().equals(name))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " manifests " + kind + " " + name);
    }
    return found.getFirst();
  }

  static List<JsonNode> ofKind(List<JsonNode> manifests, String kind) {
    return manifests.stream().filter(m -> m.path("kind").asText().equals(kind)).toList();
  }

  /** A part of a manifest written as YAML flow text, so that a test can state what it expects. */
  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TemplateCommand command(String chart) {
    return new Helm(packaged(chart))
        .template()
        .withName(RELEASE)
        .withNamespace("energy")
        // The Helm library takes itself for a 1.20 cluster, older than what the charts ask for.
        .withKubeVersion(OLDEST_KUBERNETES);
  }

  private static List<JsonNode> parse(String rendered) {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(rendered)) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
