package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.Policy;
import io.modulecontract.finding.Finding;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.run.Replay;
import io.modulecontract.run.Replayed;
import io.modulecontract.run.RunOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What long fuzzing found in modules that were called conforming does not show any more. */
class FoundByFuzzingTest {

  private static final Path FOUND =
      Path.of("src", "test", "resources", "io", "modulecontract", "matrix", "found");

  @ParameterizedTest
  @ValueSource(strings = {"any_table-ARROW-01", "any_table-ARROW-03"})
  void isGone(String name) throws Exception {
    Finding finding = FindingReader.read(FOUND.resolve(name + ".json"));
    RunOptions options =
        new RunOptions(
            Set.of(finding.clause()),
            Effort.QUICK,
            1,
            false,
            Policy.DEFAULT.withSeed(1),
            new Limits(OptionalInt.empty(), Optional.of(finding.deadline())),
            Optional.empty());
    Path module =
        Catalogue.ROOT.resolve("prebuilt").resolve(name.substring(0, name.indexOf('-')) + ".wasm");
    Replayed again = new Replay(finding, module, options).run();
    assertInstanceOf(Replayed.Gone.class, again, again::toString);
  }
}
