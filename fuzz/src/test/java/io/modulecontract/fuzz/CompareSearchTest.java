package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.abi.Limits;
import io.modulecontract.engine.FuzzedCode;
import io.modulecontract.engine.LoadedModule.Fuzzing;
import io.modulecontract.script.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the seeds alone, without any engine: what the guest compares with is enough. */
class CompareSearchTest {

  private static final int MOST_RUNS = 30_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planted_magic_text",
        "planted_one_size",
        "planted_related_words",
        "planted_single_length",
        "planted_three_calls"
      })
  void findsWhatAComparisonNames(String module) throws Exception {
    assertTrue(found(module), module);
  }

  @Test
  void findsNothingWhereThereIsNothing() throws Exception {
    assertEquals(false, found("side_tables"));
  }

  private boolean found(String module) throws IOException, CannotFuzz {
    FuzzSubject subject =
        FuzzSubject.read(
            Prebuilt.file(folder, module), Optional.empty(), Limits.NONE, 1, Fuzzing.COMPARES);
    Comparisons compares = new Comparisons(false);
    FuzzedCode.tell(compares);
    FuzzRun run = new FuzzRun(subject);
    List<Fault> faults = new ArrayList<>();
    int[] runs = {0};
    CompareSearch search =
        new CompareSearch(
            run,
            compares,
            new Edges(),
            folder,
            1,
            input -> {
              runs[0]++;
              FuzzProgram program = run.decode(input);
              compares.begin();
              run.run(program).ifPresent(faults::add);
            });
    List<byte[]> seeds = Seeds.of(subject.functions(), 1);
    for (int i = 0; runs[0] < MOST_RUNS && i < MOST_RUNS && faults.isEmpty(); i++) {
      byte[] seed = seeds.get(i % seeds.size());
      FuzzProgram program = run.decode(seed);
      compares.begin();
      run.run(program).ifPresent(faults::add);
      search.after(seed);
    }
    return !faults.isEmpty();
  }
}
