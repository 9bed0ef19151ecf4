package org.absentia.randomisation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "org.absentia.randomisation";
  private static final String[] CORE = {
    ROOT + ".scheme", ROOT + ".seal", ROOT + ".instrument", ROOT + ".allocation"
  };
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void the_core_is_plain_java() {
    classes()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".scheme",
            ROOT + ".seal",
            ROOT + ".instrument",
            ROOT + ".allocation",
            "java..",
            "javax.crypto..",
            "org.bouncycastle.crypto..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void scheme_depends_on_nothing_but_java_so_that_an_outsider_can_rerun_it() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".scheme")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + ".scheme", "java..", "javax.crypto..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void simulation_knows_designs_and_numbers_and_no_trial() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".simulation")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".simulation",
            ROOT + ".scheme",
            "java..",
            "org.apache.commons.numbers..",
            "org.apache.commons.statistics..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void use_cases_and_protocol_know_no_adapter() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".trial",
            ROOT + ".conduct",
            ROOT + ".protocol",
            ROOT + ".questionnaire",
            ROOT + ".link")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".http", ROOT + ".kafka", ROOT + ".db", ROOT + ".files")
        .check(CLASSES);
  }

  @Test
  void adapters_never_meet() {
    // files holds shipped data, which http hands out; the others stay apart
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".kafka", ROOT + ".db")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".kafka")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".http", ROOT + ".db", ROOT + ".files")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".db")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".http", ROOT + ".kafka", ROOT + ".files")
        .check(CLASSES);
  }

  @Test
  void rows_stay_in_db() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Row")
        .or()
        .haveSimpleNameEndingWith("Rows")
        .should()
        .resideInAPackage(ROOT + ".db")
        .andShould()
        .notBePublic()
        .check(CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
