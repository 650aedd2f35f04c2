package org.nachbarstrom.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartLintTest {

  @ParameterizedTest
  @MethodSource("org.nachbarstrom.k8s.Charts#installable")
  void everyChartPassesStrictLint(String chart) {
    LintResult result = new Helm(Charts.packaged(chart)).lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void libraryPassesStrictLint() {
    LintResult result = new Helm(Charts.chart("service-library")).lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void everyFolderOfTheRepositoryThatIsAServiceHasAChart() throws IOException {
    try (Stream<Path> folders = Files.list(Charts.projectRoot())) {
      assertThat(folders.map(f -> f.getFileName().toString()).filter(f -> f.endsWith("-service")))
          .containsExactlyInAnyOrderElementsOf(Charts.SERVICES);
    }
  }

  @Test
  void everyDependencyOfAChartLiesInItsChartsFolderAtTheDeclaredVersion() throws IOException {
    for (String chart : Charts.installable().toList()) {
      Path folder = Charts.chart(chart);
      List<JsonNode> declared =
          StreamSupport.stream(description(folder).path("dependencies").spliterator(), false)
              .toList();
      assertThat(declared).isNotEmpty();
      for (JsonNode dependency : declared) {
        String name = dependency.path("name").asText();
        assertThat(dependency.path("repository").asText()).isEqualTo("file://../" + name);
        assertThat(description(folder.resolve("charts").resolve(name)).path("version"))
            .isEqualTo(dependency.path("version"));
      }
    }
  }

  private static JsonNode description(Path folder) throws IOException {
    return Charts.yaml(Files.readString(folder.resolve("Chart.yaml")));
  }
}
