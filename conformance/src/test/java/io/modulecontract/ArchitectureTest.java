package io.modulecontract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.modulecontract.verdict.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The arrows between the packages: who may know whom. */
class ArchitectureTest {

  private static final String ROOT = "io.modulecontract";
  private static final String WRONG = ROOT + ".wrong";

  /** What each package may know beside Java and the null annotations. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.ofEntries(
          entry("toml", List.of("com.fasterxml.jackson..")),
          entry("descriptor", List.of(ROOT + ".abi", ROOT + ".arrow", ROOT + ".toml")),
          entry(
              "arrow",
              List.of(
                  "org.apache.arrow.vector.types..",
                  "org.apache.arrow.memory.util",
                  "org.apache.arrow.flatbuf",
                  "com.google.flatbuffers",
                  "com.fasterxml.jackson..")),
          entry("oracle", List.of(ROOT + ".arrow", "org.apache.arrow..")),
          entry("binary", List.of(ROOT + ".abi")),
          entry("wasi", List.of(ROOT + ".abi")),
          entry(
              "engine",
              List.of(
                  ROOT + ".binary",
                  ROOT + ".abi",
                  ROOT + ".wasi",
                  "com.dylibso.chicory..",
                  "org.objectweb.asm..")),
          entry(
              "host",
              List.of(
                  ROOT + ".arrow",
                  ROOT + ".engine",
                  ROOT + ".binary",
                  ROOT + ".wasi",
                  ROOT + ".abi",
                  "org.apache.arrow..")),
          entry(
              "program", List.of(ROOT + ".engine", ROOT + ".model", ROOT + ".spec", ROOT + ".abi")),
          entry(
              "script",
              List.of(
                  ROOT + ".engine",
                  ROOT + ".host",
                  ROOT + ".arrow",
                  ROOT + ".model",
                  ROOT + ".spec",
                  ROOT + ".abi")),
          entry(
              "payload",
              List.of(ROOT + ".script", ROOT + ".engine", ROOT + ".arrow", ROOT + ".abi")),
          entry(
              "finding",
              List.of(
                  ROOT + ".program",
                  ROOT + ".script",
                  ROOT + ".spec",
                  ROOT + ".abi",
                  "com.fasterxml.jackson..")),
          entry("verdict", List.of(ROOT + ".spec")),
          entry("baseline", List.of(ROOT + ".toml", ROOT + ".verdict", ROOT + ".spec")),
          entry(
              "checks",
              List.of(
                  ROOT + ".binary",
                  ROOT + ".engine",
                  ROOT + ".wasi",
                  ROOT + ".arrow",
                  ROOT + ".oracle",
                  ROOT + ".program",
                  ROOT + ".payload",
                  ROOT + ".script",
                  ROOT + ".finding",
                  ROOT + ".model",
                  ROOT + ".spec",
                  ROOT + ".abi",
                  ROOT + ".verdict",
                  "org.junit.jupiter.api..",
                  "net.jqwik.api..",
                  "org.opentest4j")),
          entry(
              "run",
              List.of(
                  ROOT + ".checks",
                  ROOT + ".finding",
                  ROOT + ".script",
                  ROOT + ".descriptor",
                  ROOT + ".binary",
                  ROOT + ".engine",
                  ROOT + ".wasi",
                  ROOT + ".program",
                  ROOT + ".model",
                  ROOT + ".spec",
                  ROOT + ".abi",
                  ROOT + ".verdict",
                  "org.junit..",
                  "net.jqwik..",
                  "org.opentest4j")),
          entry(
              "inspect",
              List.of(
                  ROOT + ".engine",
                  ROOT + ".binary",
                  ROOT + ".descriptor",
                  ROOT + ".toml",
                  ROOT + ".abi",
                  ROOT + ".report")),
          entry(
              "report",
              List.of(
                  ROOT + ".verdict", ROOT + ".spec", "com.fasterxml.jackson..", "javax.xml..")));

  private static final Set<String> WRITE_STEPS = Set.of("program", "script");

  private static final Set<String> PACKAGES = new TreeSet<>(MAY_KNOW.keySet());

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(WRONG);

  private static final ArchRule NOBODY_EXITS =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  private static final ArchRule NOBODY_PRINTS = noClasses().should(ACCESS_STANDARD_STREAMS);

  private static ArchRule knowsOnly(String name, String root) {
    String own = root + "." + name;
    List<String> known =
        Stream.of(List.of(own, "java..", "org.jspecify.annotations"), MAY_KNOW.get(name))
            .flatMap(List::stream)
            .toList();
    var allowed = resideInAnyPackage(known.toArray(String[]::new));
    // A step is a line for a reader, and no verdict: those that run sequences write them down.
    return classes()
        .that()
        .resideInAPackage(own + "..")
        .should()
        .onlyDependOnClassesThat(
            WRITE_STEPS.contains(name) ? allowed.or(equivalentTo(Step.class)) : allowed);
  }

  private static ArchRule onlyTheEngineKnowsTheEngine(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.dylibso..");
  }

  private static ArchRule noCycles(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void aPackageKnowsOnlyWhatItMay(String name) {
    knowsOnly(name, ROOT).check(PRODUCTION);
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void eachOfTheseRulesCanFail(String name) {
    assertBreaks(knowsOnly(name, WRONG), name);
  }

  @Test
  void noPackageIsForgotten() {
    Set<String> packages =
        PRODUCTION.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.matches(ROOT.replace(".", "\\.") + "\\.(spec|abi|model)"))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(PACKAGES, packages);
  }

  @Test
  void onlyOnePackageKnowsTheWebAssemblyEngine() {
    onlyTheEngineKnowsTheEngine(ROOT).check(PRODUCTION);
    assertBreaks(onlyTheEngineKnowsTheEngine(WRONG), "program");
    assertBreaks(onlyTheEngineKnowsTheEngine(WRONG), "binary");
  }

  @Test
  void noTwoPackagesKnowEachOther() {
    noCycles(ROOT).check(PRODUCTION);
    assertBreaks(noCycles(WRONG), "checks");
  }

  @Test
  void nobodyExitsTheProcess() {
    NOBODY_EXITS.check(PRODUCTION);
    assertEquals(3, assertBreaks(NOBODY_EXITS, "run").getFailureReport().getDetails().size());
  }

  @Test
  void nobodyPrints() {
    NOBODY_PRINTS.check(PRODUCTION);
    assertBreaks(NOBODY_PRINTS, "report");
  }

  /** The rule finds the wrong class that is in this package. */
  private static EvaluationResult assertBreaks(ArchRule rule, String name) {
    EvaluationResult result = rule.evaluate(BROKEN);
    assertTrue(result.hasViolation(), rule::getDescription);
    String details = result.getFailureReport().toString();
    assertTrue(details.contains(WRONG + "." + name + "."), details);
    return result;
  }
}
