package org.nachbarstrom.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The structure that every service keeps. */
public final class ArchitectureRules {
  private static final String[] ADAPTERS = {"..rest..", "..messaging..", "..persistence.."};

  private ArchitectureRules() {}

  /**
   * Checks all rules.
   *
   * @param service last part of the package {@code org.nachbarstrom.<service>}
   */
  public static void check(String service) {
    String root = "org.nachbarstrom." + service;
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    rules(root).forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private static List<ArchRule> rules(String root) {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS).and(inside(root)))
            .because("dependencies point inwards"),
        noClasses()
            .that()
            .resideOutsideOfPackages(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.ws.rs..",
                "jakarta.persistence..",
                "org.hibernate..",
                "io.vertx..",
                "io.quarkus..",
                "org.eclipse.microprofile.reactive..",
                "java.sql..")
            .because("HTTP, AMQP and SQL live in adapters"),
        slices().matching(root + ".(*)..").should().beFreeOfCycles(),
        noFields().should().haveRawType(double.class).orShould().haveRawType(float.class),
        noMethods()
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class),
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("time comes from the injected clock"));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      inside(String root) {
    return com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(root + "..");
  }
}
