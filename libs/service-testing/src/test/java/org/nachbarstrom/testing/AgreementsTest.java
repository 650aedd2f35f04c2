package org.nachbarstrom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgreementsTest {
  private final Path schemas = ProjectFiles.root().resolve("schemas");

  @Test
  void describesEveryAddressInAsyncApi() throws IOException {
    Set<String> described =
        Files.readAllLines(schemas.resolve("asyncapi/nachbarstrom.yaml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("address: "))
            .map(line -> line.substring("address: ".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(addresses());
  }

  @Test
  void validatesEveryExampleAgainstItsSchema() throws IOException {
    for (String address : addresses()) {
      if (!address.matches(".*\\.v[0-9]+")) {
        continue; // raw interchanges, whose content is EDIFACT's
      }
      List<String> names = examples(address);
      assertThat(names).as(address).isNotEmpty();
      names.forEach(name -> EventSchemas.assertValid(address, EventSchemas.example(address, name)));
    }
  }

  private Set<String> addresses() throws IOException {
    return Files.readAllLines(schemas.resolve("broker/addresses.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> examples(String address) throws IOException {
    Path folder = schemas.resolve("events").resolve(address.replace('.', '/')).resolve("examples");
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }
  }
}
