package org.absentia.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house: adapters to use cases to core to java.*. */
class ArchitectureTest {
  private static final String ROOT = "org.absentia.ingest";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void the_core_is_plain_java() {
    classes()
        .that()
        .resideInAnyPackage(
            ROOT + ".record..", ROOT + ".nav..", ROOT + ".person..", ROOT + ".screening..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "org.jspecify..",
            ROOT + ".record..",
            ROOT + ".nav..",
            ROOT + ".person..",
            ROOT + ".screening..")
        .check(CLASSES);
  }

  @Test
  void use_cases_know_no_adapter() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".intake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".http..", ROOT + ".kafka..", ROOT + ".db..")
        .check(CLASSES);
  }

  @Test
  void adapters_do_not_meet() {
    slices().matching(ROOT + ".(http|kafka|db)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void rows_live_in_the_database_adapter() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Row")
        .or()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .resideInAPackage(ROOT + ".db..")
        .check(CLASSES);
  }

  @Test
  void the_core_forms_no_circles() {
    slices()
        .matching(ROOT + ".(record|nav|person|screening)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }
}
