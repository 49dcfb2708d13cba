package org.microcred.verify;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Module direction and package privacy (architecture: "Modules and direction"). */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.microcred");

  @ParameterizedTest
  @CsvSource({
    "model, crypto",
    "model, stacking",
    "model, verify",
    "crypto, stacking",
    "crypto, verify",
    "stacking, crypto",
    "stacking, verify"
  })
  void dependsInOneDirectionOnly(String module, String other) {
    noClasses()
        .that()
        .resideInAPackage("org.microcred." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.microcred." + other + "..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"model", "crypto", "stacking", "verify"})
  void keepsItsInternalPackagesToItself(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.microcred." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.microcred." + module + "..internal..")
                .or(resideInAPackage("org.microcred." + module + ".internal..")))
        .check(CLASSES);
  }

  @Test
  void startsNoHttpClientByItsJsonLd() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.apicatalog.jsonld.JsonLd")
        .because("each call makes options with a loader for the web, whose threads stay")
        .check(CLASSES);
  }

  @Test
  void marksEveryPackageForNullness() {
    classes()
        .should()
        .resideInAPackage("org.microcred..")
        .andShould(
            com.tngtech.archunit.lang.conditions.ArchConditions.be(
                new DescribedPredicate<JavaClass>("in a @NullMarked package") {
                  @Override
                  public boolean test(JavaClass type) {
                    return type.getPackage().isAnnotatedWith(NullMarked.class);
                  }
                }))
        .check(CLASSES);
  }

  @Test
  void looksAtAllFourModules() {
    assertThat(CLASSES.stream().map(c -> c.getPackageName().split("\\.")[2]).distinct())
        .containsExactlyInAnyOrder("model", "crypto", "stacking", "verify");
  }
}
