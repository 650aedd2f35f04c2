package org.nachbarstrom.clearing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.testing.ArchitectureRules;

class ArchitectureTest {
  @Test
  void keepsTheStructureOfEveryService() {
    ArchitectureRules.check("clearing");
  }

  @Test
  void keepsWeb3jInItsAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..chain.evm..", "..proof.keccak..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.web3j..", "..chain.evm..", "..proof.keccak..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.nachbarstrom.clearing"));
  }
}
