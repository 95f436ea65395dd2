package io.modulecontract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import io.modulecontract.spec.SpecText;
import io.modulecontract.wrong.ReadsAFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The specification is values alone: whoever reads it needs no engine and no file. */
class DependenciesTest {

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("io.modulecontract");

  private static final ArchRule NOTHING_BUT_VALUES =
      classes()
          .that()
          .doNotBelongToAnyOf(SpecText.class)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "io.modulecontract..",
                  "java.lang..",
                  "java.time..",
                  "java.util..",
                  "org.jspecify.."));

  private static final ArchRule PACKAGES_APART =
      slices().matching("io.modulecontract.(*)..").should().notDependOnEachOther();

  /** Of the machine it runs on, the specification uses array copies alone. */
  private static final ArchRule NO_MACHINE =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(equivalentTo(System.class))).and(target(not(name("arraycopy")))))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Runtime.class, Process.class, ProcessBuilder.class, Thread.class);

  @Test
  void theSpecificationIsValuesAlone() {
    NOTHING_BUT_VALUES.check(PRODUCTION);
    readsOneResource(SpecText.class).check(PRODUCTION);
    NO_MACHINE.check(PRODUCTION);
  }

  @Test
  void specAbiAndModelDoNotKnowOneAnother() {
    PACKAGES_APART.check(PRODUCTION);
  }

  @Test
  void eachRuleCanFail() {
    JavaClasses wrong =
        new ClassFileImporter().importPackages("io.modulecontract.wrong", "io.modulecontract.abi");
    assertTrue(NOTHING_BUT_VALUES.evaluate(wrong).hasViolation());
    assertTrue(readsOneResource(ReadsAFile.class).evaluate(wrong).hasViolation());
    assertTrue(NO_MACHINE.evaluate(wrong).hasViolation());
    assertTrue(PACKAGES_APART.evaluate(wrong).hasViolation());
  }

  /** The one class that reads the packaged text may see a stream, but no file and no address. */
  private static ArchRule readsOneResource(Class<?> reader) {
    DescribedPredicate<JavaClass> values =
        resideInAnyPackage(
            "io.modulecontract.spec",
            "java.lang",
            "java.lang.invoke",
            "java.util..",
            "java.nio.charset",
            "org.jspecify..");
    DescribedPredicate<JavaClass> stream =
        belongToAnyOf(IOException.class, InputStream.class, UncheckedIOException.class);
    return classes()
        .that()
        .belongToAnyOf(reader)
        .should()
        .onlyDependOnClassesThat(values.or(stream));
  }
}
