package io.modulecontract.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modulecontract.ReferenceModules;
import io.modulecontract.engine.ExecutionMode;
import io.modulecontract.engine.Guests;
import io.modulecontract.engine.Policy;
import io.modulecontract.engine.RestoredGuests;
import io.modulecontract.payload.Parameters;
import io.modulecontract.payload.StreamFaults;
import io.modulecontract.script.Fault;
import io.modulecontract.script.Look;
import io.modulecontract.script.Script;
import io.modulecontract.script.ScriptRun;
import io.modulecontract.script.ScriptRunner;
import io.modulecontract.spec.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a call claims while it rejects a stream is looked at, where it is asked for. */
class ClaimsTest {

  /** One run for each lie about a length. */
  private static List<ScriptRun> runs(String module, Set<Look> looks) {
    FunctionCalls function = DeclaredCalls.of(module);
    Guests guests =
        new RestoredGuests(
            ReferenceModules.load(module + ".wasm"), Policy.DEFAULT, ExecutionMode.COMPILED);
    List<ScriptRun> runs = new ArrayList<>();
    for (Parameters malformed : StreamFaults.ofLengths(function.payloads().usual())) {
      Script script = new Steps().rejected(function, malformed).script();
      runs.add(ScriptRunner.run(script, guests.next(), looks));
    }
    return runs;
  }

  private static List<Fault> claims(List<ScriptRun> runs) {
    return runs.stream()
        .flatMap(run -> run.fault().stream())
        .filter(fault -> fault.clause() == Clause.ARROW_05)
        .toList();
  }

  @Test
  void moreThanTheBytesJustifyIsAFault() {
    List<ScriptRun> runs = runs("arrow_05_body_length_believed", Set.of(Look.CLAIMS));
    Fault fault = claims(runs).get(0);
    assertTrue(fault.expected().endsWith("16 times what was given, and 16 pages"), fault::expected);
    long pages = Long.parseLong(fault.actual().replaceFirst(" .*", ""));
    assertTrue(pages > 17, fault::actual);
    assertTrue(runs.stream().anyMatch(run -> run.claim().pages() == pages));
  }

  @Test
  void itIsNotLookedAtUnasked() {
    List<ScriptRun> runs = runs("arrow_05_body_length_believed", Set.of());
    assertEquals(List.of(), claims(runs));
    assertTrue(runs.stream().allMatch(run -> run.claim().equals(ScriptRun.Claim.NONE)));
  }

  @Test
  void anHonestModuleClaimsLittleAndThatIsKnown() {
    List<ScriptRun> runs = runs("arrow_rows", Set.of(Look.CLAIMS));
    assertEquals(List.of(), claims(runs));
    assertTrue(runs.stream().allMatch(run -> run.claim().given() > 0 && run.claim().pages() < 17));
  }

  @Test
  void theReportSaysHowMuchItWasForEachByte() {
    assertEquals(
        "a call that rejected 100000 bytes asked for 131072 bytes of memory, 1.31 for each byte"
            + " given; no call asked for more",
        ArrowMemoryChecks.words(new ScriptRun.Claim(100_000, 2)));
    assertEquals(
        "no call that rejected its streams asked for memory",
        ArrowMemoryChecks.words(new ScriptRun.Claim(100_000, 0)));
  }
}
