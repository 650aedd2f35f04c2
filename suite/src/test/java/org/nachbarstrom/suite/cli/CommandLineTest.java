package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.suite.example.ExampleCommunity;
import org.nachbarstrom.suite.example.ExampleInterchange;
import picocli.CommandLine;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void helpListsEveryCommandAndTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains(
            "demo",
            "up",
            "down",
            "status",
            "apply",
            "import",
            "upload",
            "close",
            "allocation",
            "outgoing",
            "statement",
            "ledger",
            "proof",
            "validate",
            "handbook",
            "bench",
            "test",
            "Exit codes:");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(run("close", "sonnenweg")).isEqualTo(2);
    assertThat(err.toString()).contains("--from");
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("proof")).isEqualTo(2);
  }

  @Test
  void nothingRunningIsThreeAndSaysWhatToDo() {
    assertThat(run("ledger", "--data", folder.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("./nachbarstrom up");
    assertThat(run("status", "--data", folder.toString())).isEqualTo(3);
    assertThat(run("down", "--data", folder.toString())).isEqualTo(3);
  }

  @Test
  void declarationWithFindingsIsOneAndNamesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "parties:\n  a: {}\n");
    assertThat(run("apply", "-f", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("bad.yaml:2: /parties/a").contains("name");
  }

  @Test
  void validateTellsGoodFromBadFiles() throws IOException {
    Path good = folder.resolve("good.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "GOOD").write(good);
    assertThat(run("validate", good.toString())).isZero();
    assertThat(err.toString()).contains("8 messages, 23840 values, no finding");

    String text = Files.readString(good);
    Path bad =
        Files.writeString(folder.resolve("bad.edi"), text.replaceFirst("LOC\\+172", "LOC+999"));
    assertThat(run("validate", bad.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("LOC");
    assertThat(run("validate", folder.resolve("missing.edi").toString())).isEqualTo(1);
  }

  @Test
  void validateTakesSeveralFilesPackedOnesToo() throws IOException {
    Path good = folder.resolve("good.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "GOOD").write(good);
    Path packed = folder.resolve("good.edi.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(good, out);
    }
    assertThat(run("validate", "--json", good.toString(), packed.toString())).isZero();
    JsonNode reports = new ObjectMapper().readTree(out.toString());
    assertThat(reports).hasSize(2);
    for (JsonNode report : reports) {
      assertThat(report.path("valid").asBoolean()).isTrue();
      assertThat(report.path("values").asLong()).isEqualTo(23_840);
      assertThat(report.path("messages")).hasSize(8);
      assertThat(report.path("messages").path(0).path("checkIdentifier").asText())
          .isEqualTo("13025");
    }
  }

  @Test
  void validatePrintsTheAnswerThatWouldBeSent() throws IOException {
    Path good = folder.resolve("good.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "GOOD").write(good);
    String text = Files.readString(good, StandardCharsets.ISO_8859_1);

    Path content =
        Files.writeString(folder.resolve("content.edi"), text.replaceFirst("QTY\\+220", "QTY+99"));
    assertThat(run("validate", "--answer", content.toString())).isEqualTo(1);
    String aperak = out.toString();
    assertThat(aperak).contains("+APERAK:D:07B:UN:2.").contains("'BGM+313+").contains("'ERC+Z39'");
    assertThat(aperak.split("'BGM\\+312\\+", -1)).as("seven acknowledgements").hasSize(8);
    assertThat(aperak).doesNotContain("CONTRL");

    out.getBuffer().setLength(0);
    Path syntax =
        Files.writeString(folder.resolve("syntax.edi"), text.replaceFirst("UNZ\\+8", "UNZ+9"));
    assertThat(run("validate", "--answer", syntax.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("+CONTRL:D:3:UN:2.0b'UCI+GOOD+")
        .contains("+4+29+UNZ+2'")
        .doesNotContain("APERAK");
  }

  @Test
  void validateTakesAnyDecimalMarkOnlyWhenLenient() throws IOException {
    Path good = folder.resolve("good.edi");
    ExampleInterchange.whole(ExampleCommunity.demo(), "GOOD").write(good);
    String text = Files.readString(good, StandardCharsets.ISO_8859_1);
    Path mixed =
        Files.writeString(
            folder.resolve("mixed.edi"), text.replaceFirst("(QTY\\+220:[0-9]+)\\.", "$1,"));
    assertThat(run("validate", mixed.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("DECIMAL_INVALID").contains("CONTRL 19");
    assertThat(run("validate", "--lenient", mixed.toString())).isZero();
  }

  @Test
  void validateByAVersionThatDoesNotExistIsWrongUsage() {
    assertThat(run("validate", "--format-version", "9", "any.edi")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no version '9'; there are [").contains("2.4c");
  }

  @Test
  void handbookListsTheProfilesAndShowsOneWithItsHints() {
    assertThat(run("handbook")).isZero();
    assertThat(out.toString().lines()).hasSize(26).anyMatch(line -> line.startsWith("13025  TL"));

    out.getBuffer().setLength(0);
    assertThat(run("handbook", "13025", "--format-version", "2.4c")).isZero();
    assertThat(out.toString())
        .contains("MSCONS 2.4c, UNB TL")
        .containsPattern("6063 +X \\[35\\] +Z18")
        .containsPattern("501 +HINT +no ")
        .containsPattern("906 +FORMAT +yes ");
    assertThat(run("handbook", "13001")).isEqualTo(2);
  }

  private int run(String... arguments) {
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
