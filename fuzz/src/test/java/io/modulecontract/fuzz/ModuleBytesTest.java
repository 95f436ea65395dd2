package io.modulecontract.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.modulecontract.abi.Profile;
import io.modulecontract.binary.ModuleFile;
import io.modulecontract.binary.ModuleReading;
import io.modulecontract.binary.ModuleReading.Malformed;
import io.modulecontract.binary.ModuleReading.Unsupported;
import io.modulecontract.binary.ModuleReading.WellFormed;
import io.modulecontract.binary.UnreadableModule;
import io.modulecontract.engine.CallOutcome;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.LoadedModule;
import io.modulecontract.engine.ModuleReader;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.Start;
import java.time.Duration;

/** The guard before the engine's parser, the parser, and the start of whatever passes both. */
class ModuleBytesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Little memory and little time: a start that wants more is no trouble of ours. */
  private static final Policy POLICY = new Policy(64, Duration.ofMillis(300), 1);

  private static ModuleReading read(byte[] bytes) {
    try {
      return ModuleReader.read(ModuleFile.of("my_module.wasm", bytes), PATIENCE);
    } catch (UnreadableModule e) {
      Messages.assertClear(e);
      return new Malformed("the whole file", "a core module", String.valueOf(e.getMessage()));
    }
  }

  @FuzzTest(maxDuration = "5m")
  void readsAnyBytes(byte[] bytes) {
    ModuleReading reading = read(bytes);
    if (reading instanceof Malformed malformed) {
      assertFalse(malformed.place().isBlank());
      Messages.assertClear(malformed.sentence());
    } else if (reading instanceof Unsupported unsupported) {
      assertFalse(unsupported.place().isBlank());
      Messages.assertClear(unsupported.sentence());
      assertFalse(unsupported.feature().contains("to be read"), unsupported::sentence);
    }
  }

  @FuzzTest(maxDuration = "5m")
  void startsWhateverItReads(byte[] bytes) {
    if (read(bytes) instanceof WellFormed wellFormed) {
      Start start =
          LoadedModule.of(wellFormed, Profile.DEFAULT).start(POLICY, ExecutionMode.COMPILED);
      assertNotNull(start);
      if (start instanceof Start.Started started) {
        CallOutcome outcome = started.guest().allocate(8);
        assertTrue(!outcome.words().isBlank());
      }
    }
  }
}
