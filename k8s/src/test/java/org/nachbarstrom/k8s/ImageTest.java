package org.nachbarstrom.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTest {

  @Test
  void imageRunsAsTheUserOfThePods() throws IOException {
    assertThat(dockerfile()).contains("USER 185");
  }

  @Test
  void imageNamesNoRegistry() throws IOException {
    assertThat(dockerfile())
        .contains("FROM ${BASE}", "ARG BASE=eclipse-temurin:25-jre")
        .noneMatch(line -> line.startsWith("FROM ") && line.contains("/"));
  }

  @Test
  void imageHoldsEveryPartOfTheQuarkusApplication() throws IOException {
    String source = "COPY --chown=0:0 ${SERVICE}/target/quarkus-app/";

    assertThat(dockerfile())
        .contains(
            source + "lib/ lib/",
            source + "quarkus-run.jar ./",
            source + "quarkus/ quarkus/",
            source + "app/ app/");
  }

  private static List<String> dockerfile() throws IOException {
    return Files.readAllLines(Charts.projectRoot().resolve("k8s/Dockerfile"));
  }
}
