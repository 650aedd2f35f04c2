package org.nachbarstrom.edifact.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.nachbarstrom.edifact.core");

  @Test
  void needsNothingButTheJdkAndQuantities() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.nachbarstrom.quantities..",
            "org.nachbarstrom.edifact.core..")
        .check(CLASSES);
  }

  @Test
  void neverAsksTheSystemClockAndNeverFloats() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Double.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(double.class)
        .check(CLASSES);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices()
        .matching("org.nachbarstrom.edifact.core.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
