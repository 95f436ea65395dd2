package io.modulecontract.matrix;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.modulecontract.finding.Finding;
import io.modulecontract.finding.FindingReader;
import io.modulecontract.run.Replayed;
import java.nio.file.Path;
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
    Path module =
        Catalogue.ROOT.resolve("prebuilt").resolve(name.substring(0, name.indexOf('-')) + ".wasm");
    Replayed again = FindingsTest.replay(finding, module);
    assertInstanceOf(Replayed.Gone.class, again, again::toString);
  }
}
