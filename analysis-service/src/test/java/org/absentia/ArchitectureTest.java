package org.absentia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.absentia.statistics", "org.absentia.analysis");

  private static final String[] CORE = {
    "org.absentia.analysis.plan..",
    "org.absentia.analysis.dataset..",
    "org.absentia.analysis.run..",
    "org.absentia.analysis.report.."
  };

  @Test
  void the_statistics_engine_is_plain_java_and_knows_no_trial() {
    classes()
        .that()
        .resideInAPackage("org.absentia.statistics..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations..",
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers..",
            "org.ejml..",
            "org.absentia.statistics..")
        .check(CODE);
  }

  /**
   * Use cases carry two annotations, the scope of the bean and the transaction; nothing else comes
   * in.
   */
  @Test
  void plan_dataset_run_and_report_are_plain_java() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify.annotations..",
            "jakarta.enterprise.context..",
            "jakarta.transaction..",
            "org.absentia.statistics..",
            "org.absentia.analysis.plan..",
            "org.absentia.analysis.dataset..",
            "org.absentia.analysis.run..",
            "org.absentia.analysis.report..")
        .check(CODE);
  }

  @Test
  void adapters_never_meet() {
    slices()
        .matching("org.absentia.analysis.(http|kafka|db)..")
        .should()
        .notDependOnEachOther()
        .check(CODE);
  }

  @Test
  void rows_of_tables_stay_in_db() {
    classes()
        .that()
        .areAnnotatedWith(jakarta.persistence.Entity.class)
        .should()
        .resideInAPackage("org.absentia.analysis.db")
        .andShould()
        .haveSimpleNameEndingWith("Row")
        .andShould()
        .bePackagePrivate()
        .check(CODE);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .check(CODE);
  }
}
