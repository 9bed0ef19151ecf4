package org.absentia.outcome;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "org.absentia.outcome";
  private static final String[] CORE = {
    ROOT + ".timeline",
    ROOT + ".record",
    ROOT + ".definition",
    ROOT + ".derivation",
    ROOT + ".chart",
    ROOT + ".strip",
    ROOT + ".computation"
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
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify..").or(resideInAnyPackage(CORE)))
        .check(CLASSES);
  }

  @Test
  void the_derivation_knows_neither_clock_nor_files_nor_storage() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".timeline",
            ROOT + ".record",
            ROOT + ".definition",
            ROOT + ".derivation",
            ROOT + ".chart",
            ROOT + ".strip")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..")
                .or(resideInAnyPackage(ROOT + ".computation"))
                .or(simpleNameEndingWith("Clock")))
        .check(CLASSES);
  }

  @Test
  void adapters_do_not_depend_on_each_other() {
    slices()
        .matching(ROOT + ".(http|kafka|db|work)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void rows_stay_in_the_database_adapter() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Row")
        .should()
        .resideInAPackage(ROOT + ".db")
        .andShould()
        .onlyHaveDependentClassesThat()
        .resideInAPackage(ROOT + ".db")
        .check(CLASSES);
  }

  @Test
  void packages_are_free_of_cycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
