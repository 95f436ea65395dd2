package io.modulecontract.fuzz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Whom fuzzing may know. */
class FuzzArchitectureTest {

  private static final JavaClasses FUZZ =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.modulecontract.fuzz");

  private static final JavaClasses RUN =
      new ClassFileImporter().importPackages("io.modulecontract.run", "io.modulecontract.engine");

  private static final ArchRule NO_CHECKS =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.modulecontract.checks..");

  private static final ArchRule NO_ENGINE =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.dylibso..");

  /** A worker is a process of its own, and ends with its parent. */
  private static final ArchRule ONLY_A_WORKER_ENDS =
      noClasses()
          .that()
          .doNotHaveSimpleName("WorkerMain")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @Test
  void fuzzingKnowsNoCheckAndNotTheWebAssemblyEngine() {
    NO_CHECKS.check(FUZZ);
    NO_ENGINE.check(FUZZ);
    assertTrue(NO_CHECKS.evaluate(RUN).hasViolation());
    assertTrue(NO_ENGINE.evaluate(RUN).hasViolation());
  }

  @Test
  void onlyAWorkerEndsItsProcess() {
    ONLY_A_WORKER_ENDS.check(FUZZ);
  }
}
