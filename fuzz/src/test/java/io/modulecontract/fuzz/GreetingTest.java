package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** A conforming module: no input finds anything, those of the regression corpus in every build. */
class GreetingTest {

  private static FuzzRun run;

  @BeforeAll
  static void load() throws Exception {
    run = new FuzzRun(Prebuilt.subject("greeting"));
  }

  @FuzzTest
  void keepsTheContract(byte[] bytes) {
    assertEquals(Optional.empty(), run.run(run.decode(bytes)));
  }
}
