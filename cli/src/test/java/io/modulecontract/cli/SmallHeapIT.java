package io.modulecontract.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.modulecontract.spec.Clause;
import io.modulecontract.spec.Family;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a JVM with little memory no module is blamed, and what can be decided is. */
final class SmallHeapIT {

  private static final String WHY = "java -Xmx gives more";
  private static final String DEALLOC =
      Family.DEALLOC.clauses().stream().map(Clause::id).collect(Collectors.joining(","));

  @TempDir private Path directory;

  private CommandLineRun start(String most, Object... arguments) throws Exception {
    CommandLineRun run = PackagedJar.start(directory, PackagedJar.small(most), arguments);
    PackagedJar.quiet(run);
    return run;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx24m", "-Xmx56m"})
  void withTooLittleForTheSuiteItself(String most) throws Exception {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun run = start(most, "check", "--effort=quick", module);
    run.ends(run.exit() == 4 ? 4 : ModuleContract.COULD_NOT_RUN).shows(WHY);
  }

  @Test
  void growthThatTheJvmCannotBackIsNotTheModulesFault() throws Exception {
    Path module = Prebuilt.file(directory, "greeting");
    CommandLineRun run =
        start(
            "-Xmx96m",
            "check",
            "--effort=quick",
            "--memory-limit=2047MiB",
            "--clause=GROW-01,GROW-03," + DEALLOC,
            module);
    run.ends(4)
        .shows("? 2 clauses", "clauses GROW-01, GROW-03", WHY, "DEALLOC 5/5 ✔", "INCONCLUSIVE");
    assertFalse(run.out().contains("✘"), run::out);
  }

  @Test
  void aFaultThatNeedsNoMemoryIsStillFound() throws Exception {
    Path module = Prebuilt.file(directory, "alloc_04_zero_shares_address");
    start("-Xmx96m", "check", "--effort=quick", "--memory-limit=2047MiB", module)
        .ends(1)
        .shows("✘ ALLOC-04 MUST", ", GROW-03 undecided", WHY, "DOES NOT CONFORM · 1 MUST broken");
  }

  @Test
  void aMemoryThatTheJvmCannotHoldAtStartIsNotTheModulesFault() throws Exception {
    Path module = directory.resolve("large.wasm");
    Files.write(module, new TinyModule().withPages(16_000).bytes());
    CommandLineRun run =
        start("-Xmx96m", "check", "--effort=quick", "--memory-limit=2047MiB", module);
    run.ends(4).shows("MOD 5/6 ✔", "clauses INIT-01, INIT-02, INIT-03, ALLOC-01, ALLOC-02", WHY);
    assertFalse(run.out().contains("✘"), run::out);
  }
}
