package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A guest whose memory never grows has room all the same: what it can give out. */
class FixedMemoryTest {

  @Test
  void theSameBytesAreTheSameProgramAsInAMemoryThatGrows() throws Exception {
    FuzzRun fixed = new FuzzRun(Prebuilt.subject("fixed_memory"));
    FuzzRun growing = new FuzzRun(Prebuilt.subject("c_greeting"));
    SplittableRandom random = new SplittableRandom(3);
    long bytes = 0;
    for (int i = 0; i < 200; i++) {
      byte[] input = new byte[random.nextInt(200)];
      random.nextBytes(input);
      FuzzProgram program = fixed.decode(input);
      assertEquals(growing.decode(input), program);
      bytes += program.script().weight();
    }
    assertTrue(bytes > 100_000, bytes + " bytes in areas");
  }
}
