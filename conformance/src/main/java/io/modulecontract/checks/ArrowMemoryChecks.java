package io.modulecontract.checks;

import io.modulecontract.abi.U32;
import io.modulecontract.arrow.ChunkTable;
import io.modulecontract.arrow.StreamLayout;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamCommand;
import io.modulecontract.payload.StreamFaults;
import io.modulecontract.payload.StreamPayloads;
import io.modulecontract.script.Chunks;
import io.modulecontract.script.Content;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.spec.Clause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The family ARROW, the memory that streams take. */
class ArrowMemoryChecks {

  @Test
  @Decides(Clause.ARROW_05)
  void rejectionClaimsNoMoreThanWasGiven() {
    Calls calls = new Calls(Look.CLAIMS);
    for (FunctionCalls function : CalledFunctions.streams()) {
      StreamPayloads payloads = function.streams();
      for (Parameters valid : List.of(payloads.usual(), payloads.sized(100_000))) {
        for (Parameters malformed : calls.fitting(StreamFaults.ofLengths(valid))) {
          calls.example(new Steps().rejected(function, malformed).script());
        }
      }
    }
    CheckRun.current().tally().measured(words(calls.judge().claim()));
  }

  /** The claim that came nearest to the bound, as a reader of the report wants it. */
  static String words(ScriptRun.Claim claim) {
    if (claim.pages() == 0) {
      return "no call that rejected its streams asked for memory";
    }
    long bytes = claim.pages() * U32.PAGE;
    return String.format(
        Locale.ROOT,
        "a call that rejected %d bytes asked for %d bytes of memory, %.2f for each byte given and"
            + " %d %% of what it may ask for; no call came nearer to that",
        claim.given(),
        bytes,
        bytes / (double) claim.given(),
        claim.percent());
  }

  @Test
  @Decides(Clause.ARROW_06)
  void chunksNeedBoundedMemory() {
    for (FunctionCalls function : CalledFunctions.streams()) {
      int times = function.cycles(CheckRun.current().effort());
      Optional<Content> chunk =
          ChunkTable.of(function.streams().tables().data(), Chunks.PLACE)
              .map(table -> StreamPayloads.content(table, StreamLayout.PLAIN));
      if (chunk.isEmpty()) {
        throw CheckRun.notApplicable("no column can hold something else in each chunk");
      }
      Steps steps = new Steps();
      for (StreamCommand command : function.streams().tables().commands()) {
        steps.served(function, command.with(chunk.get()));
      }
      Script script = steps.script();
      ScriptCycle chunks = ScriptCycle.of(script, function.name(), true);
      ScriptCycle same = ScriptCycle.of(script, function.name(), false);
      Scenarios.run(
          new OnlyChunks(
              new Cycles(chunks, times, Pace.TRIPLING), new Cycles(same, times, Pace.TRIPLING)));
    }
  }
}
