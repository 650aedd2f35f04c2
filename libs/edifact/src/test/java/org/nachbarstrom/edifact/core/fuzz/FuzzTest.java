package org.nachbarstrom.edifact.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;

/**
 * Random inputs. A sample by default; {@code ./mvnw -pl libs/edifact -am test -Dtest=FuzzTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.inputs=10000000 -Dfuzz.seed=1} runs more. An input
 * that breaks an invariant is kept in {@code target/fuzz}; put it into {@code
 * src/test/resources/fuzz} and it is tested for good.
 */
class FuzzTest {
  private static final Path FOUND = Path.of("src/test/resources/fuzz");
  private static final Path FAILURES = Path.of("target/fuzz");
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);
  private static final long INPUTS = Long.getLong("fuzz.inputs", 20_000);
  private static final long REPORT_EVERY = 1_000_000;

  @Test
  void invariantsHold() throws IOException {
    List<Path> failures = new ArrayList<>();
    for (long i = 0; i < INPUTS; i++) {
      byte[] input = input(i);
      try {
        Invariants.check(input);
      } catch (RuntimeException | AssertionError broken) {
        failures.add(keep(i, input));
      }
      if ((i + 1) % REPORT_EVERY == 0) {
        System.out.println((i + 1) + " inputs, " + failures.size() + " failures");
      }
    }
    assertThat(failures).as("inputs that break an invariant, seed %s", SEED).isEmpty();
  }

  /** A grammar that never makes a right message would test nothing behind the syntax. */
  @Test
  void theGrammarReachesRightMessagesAndWrongOnes() throws IOException {
    int accepted = 0;
    int refused = 0;
    for (long i = 0; i < 2_000; i++) {
      var report =
          InterchangeValidation.validate(new ByteArrayInputStream(input(i)), ReadOptions.DEFAULT);
      for (var message : report.messages()) {
        accepted += message.accepted() ? 1 : 0;
        refused += message.accepted() ? 0 : 1;
      }
    }
    assertThat(accepted).isGreaterThan(200);
    assertThat(refused).isGreaterThan(1_000);
  }

  @TestFactory
  Stream<DynamicTest> invariantsHoldForWhatWasFoundBefore() throws IOException {
    if (!Files.isDirectory(FOUND)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(FOUND)) {
      List<Path> found = files.sorted().toList();
      return found.stream()
          .map(file ->
              DynamicTest.dynamicTest(
                  file.getFileName().toString(), () -> Invariants.check(Files.readAllBytes(file))));
    }
  }

  /** The input with a number, the same for the same seed. */
  private static byte[] input(long number) {
    SplittableRandom random = new SplittableRandom(SEED * 0x9e3779b97f4a7c15L + number);
    byte[] grammatical = new InterchangeGrammar(random).next();
    return random.nextInt(3) == 0 ? grammatical : new Mutation(random).spoil(grammatical);
  }

  private static Path keep(long number, byte[] input) throws IOException {
    Files.createDirectories(FAILURES);
    return Files.write(FAILURES.resolve("seed-" + SEED + "-input-" + number + ".edi"), input);
  }
}
