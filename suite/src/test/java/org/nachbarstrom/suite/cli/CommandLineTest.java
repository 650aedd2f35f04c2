package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "close",
            "allocation",
            "statement",
            "ledger",
            "proof",
            "validate",
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

  private int run(String... arguments) {
    CommandLine commandLine =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
