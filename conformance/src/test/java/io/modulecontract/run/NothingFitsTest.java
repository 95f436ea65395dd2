package io.modulecontract.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.modulecontract.NodeRun;
import io.modulecontract.abi.Limits;
import io.modulecontract.checks.Effort;
import io.modulecontract.engine.HandMade;
import io.modulecontract.engine.Policy;
import io.modulecontract.report.FindingFiles;
import io.modulecontract.spec.Clause;
import io.modulecontract.verdict.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest whose one page of memory never grows: nothing fits, and what it does is seen. */
class NothingFitsTest {

  private static final RunOptions ONE_PAGE =
      new RunOptions(
          EnumSet.of(Clause.ALLOC_02, Clause.ALLOC_07, Clause.ALLOC_10),
          Effort.QUICK,
          1,
          false,
          Policy.DEFAULT,
          new Limits(OptionalInt.of(1), Optional.of(Duration.ofSeconds(2))),
          Optional.empty());

  /** Every request is larger than what fits, and none is to blame for that. */
  @Test
  void anOverlapIsBlamedOnNothingElse(@TempDir Path directory) throws Exception {
    byte[] alwaysEight = new HandMade().allocate(0x41, 8).deallocate(0x41, 0).bytes();
    Path module = Files.write(directory.resolve("eight.wasm"), alwaysEight);
    RunResult run = new Suite("test").run(List.of(module), ONE_PAGE, Progress.NONE);
    assertEquals(
        List.of(Clause.ALLOC_02),
        run.modules().get(0).failures().stream().map(row -> row.clause()).toList());
    FindingFiles.write(run, directory);
    NodeRun shown = NodeRun.of(directory.resolve("findings/ALLOC-02.mjs"), module);
    assertEquals(1, shown.exit(), shown::toString);
  }
}
