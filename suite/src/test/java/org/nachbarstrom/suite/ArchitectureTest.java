package org.nachbarstrom.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SUITE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.nachbarstrom.suite");

  @Test
  void theVerifierUsesNothingOfTheRestSoThatItIsASecondImplementation() {
    noClasses()
        .that()
        .resideInAPackage("org.nachbarstrom.suite.proof..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.nachbarstrom.suite.client..",
            "org.nachbarstrom.suite.launch..",
            "org.nachbarstrom.suite.cli..",
            "org.nachbarstrom.embedded..",
            "org.web3j..")
        .check(SUITE);
  }

  @Test
  void onlyTheCommandLineKnowsThatThereIsOne() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.nachbarstrom.suite.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nachbarstrom.suite.cli..", "picocli..")
        .check(SUITE);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.nachbarstrom.suite.(*)..")
        .should()
        .beFreeOfCycles()
        .check(SUITE);
  }
}
