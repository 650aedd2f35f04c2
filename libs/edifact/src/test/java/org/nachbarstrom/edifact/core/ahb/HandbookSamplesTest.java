package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.SharedFiles;

/** The conformant reference messages have no finding. */
class HandbookSamplesTest {
  @Test
  void findsNothingInConformantMessages() throws IOException {
    try (Stream<Path> paths = Files.list(SharedFiles.find("mscons/samples/messages"))) {
      List<Path> files = paths.sorted().toList();
      assertThat(files).hasSize(10);
      for (Path file : files) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(CheckRun.create().check(text)).as(file.toString()).isEmpty();
      }
    }
  }
}
