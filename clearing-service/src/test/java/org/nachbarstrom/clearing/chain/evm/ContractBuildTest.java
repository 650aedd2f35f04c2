package org.nachbarstrom.clearing.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nachbarstrom.testing.ProjectFiles;

class ContractBuildTest {
  @Test
  void committedBytecodeIsWhatTheSourceCompilesTo(@TempDir Path output) throws Exception {
    Path root = ProjectFiles.root();
    assumeTrue(
        Files.exists(root.resolve("node_modules/solc")), "solc is missing: run npm ci first");
    Path module = root.resolve("clearing-service/src/main");
    Process build =
        new ProcessBuilder("sh", module.resolve("solidity/build.sh").toString(), output.toString())
            .inheritIO()
            .start();

    assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(build.exitValue()).isZero();
    for (String file : new String[] {"Stromkonto.abi", "Stromkonto.bin"}) {
      assertThat(output.resolve(file))
          .as("run clearing-service/src/main/solidity/build.sh")
          .hasSameTextualContentAs(module.resolve("resources/contracts").resolve(file));
    }
  }
}
